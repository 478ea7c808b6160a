import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import cmaps from './gb-cmaps.json'
import { ImportRefusal } from './import-refusal'
import { joinPages, layOut, type Block, type Glyphs } from './pdf-layout'
import { findRulings } from './pdf-rulings'

const maps: Record<string, string | undefined> = cmaps.maps

/** Hands pdf.js the character maps of Chinese fonts that are not embedded, without a network. */
class CharacterMaps {
  fetch({ filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const map = maps[filename.replace(/\.bcmap$/, '')]
    if (map === undefined) return Promise.reject(new Error(`no character map ${filename}`))
    return Promise.resolve(new Uint8Array(Buffer.from(map, 'base64')))
  }
}

/**
 * pdf.js hands each font over by this, which Node has from version 21 on. Without it the list of
 * what a page draws ends at its first embedded font, and the borders drawn after it are lost.
 */
function transferTo(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
  const moved = new ArrayBuffer(length)
  new Uint8Array(moved).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)))
  return moved
}
if (!('transferToFixedLength' in ArrayBuffer.prototype))
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    value: transferTo,
    writable: true,
    configurable: true,
  })

const mostPages = 800
/** A page of text has hundreds of characters; a scan with a stamped number has a few. */
const fewestPerPage = 8

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>

async function open(bytes: Uint8Array): Promise<Proxy> {
  try {
    const options = {
      cMapUrl: 'maps/',
      cMapPacked: true,
      useWorkerFetch: false,
      BinaryDataFactory: CharacterMaps,
      verbosity: 0,
    }
    return await getDocumentProxy(new Uint8Array(bytes), options)
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    throw new ImportRefusal(name === 'PasswordException' ? 'IMPORT.ENCRYPTED' : 'IMPORT.BROKEN_PDF')
  }
}

async function readPage(
  pdf: Proxy,
  number: number,
): Promise<{ blocks: Block[]; characters: number }> {
  const page = await pdf.getPage(number)
  const { OPS } = await getResolvedPDFJS()
  const content = await page.getTextContent()
  const drawing = await page.getOperatorList()
  const glyphs: Glyphs[] = content.items.flatMap((item) => {
    if (!('str' in item)) return []
    const [a = 1, b = 0, , , x = 0, y = 0]: readonly number[] = item.transform
    const size = Math.hypot(a, b) || item.height
    return item.str.trim() === '' ? [] : [{ text: item.str, x, y, width: item.width, size }]
  })
  const characters = glyphs.reduce(
    (sum, piece) => sum + piece.text.replace(/[\s\ufffd\ue000-\uf8ff]/g, '').length,
    0,
  )
  return {
    blocks: layOut(glyphs, findRulings(drawing.fnArray, drawing.argsArray, OPS)),
    characters,
  }
}

/** The text of a .pdf that holds text; ruled tables as | lines |. */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  const pdf = await open(bytes)
  if (pdf.numPages > mostPages) throw new ImportRefusal('IMPORT.TOO_LARGE')
  const pages: Block[][] = []
  let characters = 0
  try {
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await readPage(pdf, number)
      pages.push(page.blocks)
      characters += page.characters
    }
  } catch {
    throw new ImportRefusal('IMPORT.BROKEN_PDF')
  } finally {
    await pdf.cleanup()
  }
  if (characters < fewestPerPage * pages.length) throw new ImportRefusal('IMPORT.SCANNED_PDF')
  return joinPages(pages)
}
