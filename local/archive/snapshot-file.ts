import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dataFiles } from '../engine/log/data-files'
import { formatLine } from '../engine/log/log-line'
import type { SnapshotEnd, SnapshotStart } from '../engine/log/snapshot-format'

/** Characters of documents in one line, and of lines in one write. */
const LINE = 16 * 1024
const WRITE = 256 * 1024

/** The log that follows the snapshot. Not the first one, whose absence would mean that nothing came after. */
const NEXT_LOG = 1

/** The snapshot of a fresh data directory, written document by document. */
export class SnapshotFile {
  private name: string | null = null
  private texts: string[] = []
  private length = 0
  private lines = 0
  private documents = 0
  private text = ''

  private constructor(
    private readonly directory: string,
    private readonly file: FileHandle,
  ) {}

  /** @param lastCommitAt epoch ms that the clock must not go behind */
  static async create(directory: string, lastCommitAt: number): Promise<SnapshotFile> {
    const snapshot = new SnapshotFile(directory, await open(dataFiles(directory).snapshot, 'wx'))
    const start: SnapshotStart = { snapshot: 1, sequence: 1, at: lastCommitAt, firstLog: NEXT_LOG }
    await snapshot.write(JSON.stringify(start))
    return snapshot
  }

  /** What follows belongs to this collection. */
  async collection(name: string): Promise<void> {
    await this.endCollection()
    this.name = name
    this.lines = 0
  }

  /** @param text EJSON of the document */
  async document(text: string): Promise<void> {
    this.texts.push(text)
    this.documents += 1
    this.length += text.length
    if (this.length >= LINE) await this.endLine()
  }

  /** Ends it and puts it on the disk, with an empty log behind it. */
  async finish(): Promise<void> {
    await this.endCollection()
    const end: SnapshotEnd = { end: 1, documents: this.documents }
    await this.write(JSON.stringify(end))
    await this.file.writeFile(this.text)
    await this.file.sync()
    const log = await open(dataFiles(this.directory).log(NEXT_LOG), 'wx')
    await log.sync()
    await log.close()
  }

  async close(): Promise<void> {
    await this.file.close()
  }

  private async endCollection(): Promise<void> {
    // A collection without documents gets a line too, or it would be forgotten.
    if (this.name !== null && (this.texts.length > 0 || this.lines === 0)) await this.endLine()
  }

  private async endLine(): Promise<void> {
    const json = `[${JSON.stringify(this.name)},[${this.texts.join(',')}]]`
    this.texts = []
    this.length = 0
    this.lines += 1
    await this.write(json)
  }

  private async write(json: string): Promise<void> {
    this.text += formatLine(json)
    if (this.text.length < WRITE) return
    await this.file.writeFile(this.text)
    this.text = ''
  }
}
