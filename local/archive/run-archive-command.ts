import { BadArchive } from './archive-format'
import type { ArchiveEnd } from './archive-format'
import { environmentFolders } from '../environments'
import { openClosedDirectory } from './closed-directory'
import { exportDirectory } from './export-directory'
import { ARCHIVE_USAGE, ArchiveUsageError } from './parse-archive-arguments'
import type { ArchiveCommand } from './parse-archive-arguments'
import { readArchive } from './read-archive'
import { restoreArchive } from './restore-archive'
import { hashContent } from './write-archive'

export interface Output {
  /** What was asked for, for programs. */
  print: (line: string) => void
  /** What happened, for people. */
  report: (line: string) => void
}

const counted = ({ collections, documents, files }: ArchiveEnd) =>
  `${collections} collections, ${documents} documents, ${files} files`

/** @throws ArchiveUsageError when there is nothing to read; BadArchive naming the file */
async function reading<T>(from: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof BadArchive)
      throw new BadArchive(`${from} cannot be restored: ${error.message}`)
    const { code, path } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' && path === from) throw new ArchiveUsageError(`${from} does not exist`)
    if (code === 'EISDIR') throw new ArchiveUsageError(`${from} is a folder, not an archive`)
    throw error
  }
}

async function checkArchive(from: string, signal: AbortSignal): Promise<ArchiveEnd> {
  let found: ArchiveEnd | null = null
  for await (const part of readArchive(from)) {
    signal.throwIfAborted()
    if (part.kind === 'end') found = part.end
  }
  return found as unknown as ArchiveEnd
}

async function hashDirectory(
  data: string,
  report: Output['report'],
  signal: AbortSignal,
): Promise<ArchiveEnd> {
  const { content, close } = openClosedDirectory(data, report)
  try {
    return await hashContent(content, signal)
  } finally {
    close()
  }
}

/**
 * Does one of the archive commands.
 * @throws Error with a message for the person at the command line; nothing half done remains
 */
export async function runArchiveCommand(
  command: ArchiveCommand,
  { print, report }: Output,
  signal: AbortSignal,
): Promise<void> {
  switch (command.command) {
    case 'help':
      return print(ARCHIVE_USAGE)
    case 'export': {
      const { leftOut, ...end } = await exportDirectory(command.data, command.to, report, signal)
      for (const name of leftOut) report(`left out, because it is not known what it is: ${name}`)
      for (const folder of environmentFolders(command.data))
        report(`left out, because it is another environment: export --data ${folder}`)
      report(`exported ${counted(end)} to ${command.to}`)
      return print(end.content)
    }
    case 'restore': {
      const { from, data } = command
      const end = await reading(from, () => restoreArchive(from, data, signal))
      report(`restored ${counted(end)} to ${data}`)
      return print(end.content)
    }
    case 'hash':
      return print((await hashDirectory(command.data, report, signal)).content)
    case 'check':
      return print((await reading(command.from, () => checkArchive(command.from, signal))).content)
  }
}
