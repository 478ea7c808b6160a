import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import yauzl from 'yauzl'
import { ImportRefusal } from './import-refusal'

/** All that an archive may unpack to: a sheet of 50,000 full rows is half of it. */
const mostUnpacked = 64 * 1024 * 1024

type Attributes = Record<string, string | undefined>

/** What a reader of one part of an archive listens to. */
export interface XmlListener {
  open: (name: string, attributes: Attributes) => void
  close?: (name: string) => void
  text?: (words: string) => void
}

/** The parts of an office file by name. */
export interface Archive {
  has: (name: string) => boolean
  /** Reads a part piece by piece; nothing happens where it is absent. */
  readXml: (name: string, listener: XmlListener) => Promise<void>
}

const openZip = (bytes: Uint8Array): Promise<yauzl.ZipFile> =>
  new Promise((resolve, reject) => {
    // An entry that unpacks to more than the directory says ends in an error while it is read.
    const options = { lazyEntries: true, validateEntrySizes: true, autoClose: false }
    yauzl.fromBuffer(Buffer.from(bytes), options, (error, zip) => {
      if (error) reject(error)
      else resolve(zip)
    })
  })

function entriesOf(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, yauzl.Entry>()
    let size = 0
    zip.on('entry', (entry: yauzl.Entry) => {
      size += entry.uncompressedSize
      if (size > mostUnpacked) {
        reject(new ImportRefusal('IMPORT.UNPACKS_TOO_LARGE'))
        return
      }
      entries.set(entry.fileName.replace(/^\//, ''), entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', reject)
    zip.readEntry()
  })
}

const streamOf = (zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error)
      else resolve(stream)
    })
  })

/** XML parts are UTF-8 or, by their mark, UTF-16. */
async function feed(stream: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser<{ xmlns: false }>()
  parser.on('opentag', ({ name, attributes }) => listener.open(name, attributes))
  if (listener.close) parser.on('closetag', ({ name }) => listener.close?.(name))
  if (listener.text) parser.on('text', (words) => listener.text?.(words))
  parser.on('error', (error) => {
    throw error
  })
  let decoder: TextDecoder | null = null
  for await (const piece of stream) {
    decoder ??= new TextDecoder(piece[0] === 0xff && piece[1] === 0xfe ? 'utf-16le' : 'utf-8')
    parser.write(decoder.decode(piece, { stream: true }))
  }
  parser.close()
}

/**
 * Opens a .docx or .xlsx. What it unpacks to is known from its directory before anything is
 * unpacked, and counted again while it is.
 * @throws ImportRefusal `IMPORT.UNPACKS_TOO_LARGE`; another error where the archive is broken
 */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const zip = await openZip(bytes)
  const entries = await entriesOf(zip)
  return {
    has: (name) => entries.has(name),
    readXml: async (name, listener) => {
      const entry = entries.get(name)
      if (entry) await feed(await streamOf(zip, entry), listener)
    },
  }
}
