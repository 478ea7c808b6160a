import { closeSync, existsSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs'
import path from 'node:path'
import { StringDecoder } from 'node:string_decoder'
import type { Doc } from '@/cloudfunctions/_stores/document'
import { encodeEjson } from '@/local/ground/encode-ejson'

const block = 1024 * 1024

interface OpenFile {
  readonly fd: number
  text: string
}

/** Finished documents of one part of a ledger, out of its memory: a file of EJSON lines for each collection. */
export class DocumentFiles {
  private readonly files = new Map<string, OpenFile>()

  constructor(private readonly folder: string) {
    mkdirSync(folder)
  }

  append(collection: string, docs: Iterable<Doc>): void {
    const file = this.fileOf(collection)
    for (const doc of docs) file.text += `${encodeEjson(doc)}\n`
    if (file.text.length > block) this.write(file)
  }

  close(): void {
    for (const file of this.files.values()) {
      this.write(file)
      closeSync(file.fd)
    }
  }

  private fileOf(collection: string): OpenFile {
    const known = this.files.get(collection)
    if (known) return known
    const file = { fd: openSync(path.join(this.folder, collection), 'wx'), text: '' }
    this.files.set(collection, file)
    return file
  }

  private write(file: OpenFile): void {
    writeSync(file.fd, file.text)
    file.text = ''
  }
}

/** The documents of a collection as one part wrote them; none when it had none. */
export function* readTexts(folder: string, collection: string): Generator<string> {
  const file = path.join(folder, collection)
  if (!existsSync(file)) return
  const fd = openSync(file, 'r')
  try {
    const decoder = new StringDecoder('utf8')
    const bytes = Buffer.alloc(block)
    let rest = ''
    for (let read = readSync(fd, bytes); read > 0; read = readSync(fd, bytes)) {
      const lines = (rest + decoder.write(bytes.subarray(0, read))).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } finally {
    closeSync(fd)
  }
}
