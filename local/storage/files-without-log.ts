/** Uploaded bytes whose records are gone: starting would begin an empty database and sweep them away in the end. */
export class FilesWithoutLog extends Error {
  /** @param lack what is not there of the log */
  constructor(lack: string, files: number, folder?: string) {
    super(
      `${lack}, but there are ${files} uploaded files that belong to it` +
        `${folder === undefined ? '' : ` in ${folder}`}. Nothing was changed. Put the log back, restore an archive ` +
        'into another folder, or move the files away to begin anew',
    )
    this.name = 'FilesWithoutLog'
  }
}
