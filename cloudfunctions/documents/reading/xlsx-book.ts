import { posix } from 'node:path'
import { unmarked } from './left-out'
import type { Archive } from './unpack'

export interface SheetPart {
  name: string
  part: string
  hidden: boolean
}

/** Where the parts that a part names lie in the archive, by their ids. */
async function relationsOf(archive: Archive, part: string): Promise<Map<string, string>> {
  const folder = posix.dirname(part)
  const found = new Map<string, string>()
  await archive.readXml(`${folder}/_rels/${posix.basename(part)}.rels`, {
    open: (name, { Id: id, Target: target }) => {
      if (name !== 'Relationship' || id === undefined || target === undefined) return
      found.set(id, target.startsWith('/') ? target.slice(1) : posix.join(folder, target))
    },
  })
  return found
}

const bookPart = 'xl/workbook.xml'

/** The sheets of a book in order, and whether its days count from 1904. */
export async function readBook(
  archive: Archive,
): Promise<{ sheets: SheetPart[]; counts1904: boolean }> {
  const relations = await relationsOf(archive, bookPart)
  const sheets: SheetPart[] = []
  let counts1904 = false
  await archive.readXml(bookPart, {
    open: (name, attributes) => {
      if (name === 'workbookPr') counts1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '')
      const part = relations.get(attributes['r:id'] ?? '')
      if (name === 'sheet' && part !== undefined && part.includes('worksheets/'))
        sheets.push({
          name: attributes.name ?? '',
          part,
          hidden: /hidden/i.test(attributes.state ?? ''),
        })
    },
  })
  return { sheets, counts1904 }
}

/** The words that cells share, in order; the reading of characters (拼音) is not among them. */
export async function readShared(archive: Archive): Promise<string[]> {
  const shared: string[] = []
  let words = ''
  let inText = false
  let aside = 0
  await archive.readXml('xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') words = ''
      else if (name === 'rPh') aside += 1
      else if (name === 't') inText = aside === 0
    },
    text: (piece) => {
      if (inText) words += piece
    },
    close: (name) => {
      if (name === 't') inText = false
      else if (name === 'rPh') aside -= 1
      else if (name === 'si') shared.push(unmarked(words))
    },
  })
  return shared
}

/** Rows and columns, from 0, on which the pictures of a sheet lie. */
export async function picturesOn(
  archive: Archive,
  part: string,
): Promise<{ row: number; column: number }[]> {
  const found: { row: number; column: number }[] = []
  const drawings = [...(await relationsOf(archive, part)).values()].filter((name) =>
    name.includes('drawings/drawing'),
  )
  for (const drawing of drawings) {
    let path: string[] = []
    let place = { row: 0, column: 0 }
    await archive.readXml(drawing, {
      open: (name) => {
        path = [...path, name]
        if (name === 'xdr:pic') found.push(place)
      },
      text: (words) => {
        if (path.at(-2) !== 'xdr:from') return
        if (path.at(-1) === 'xdr:row') place = { ...place, row: Number(words) }
        if (path.at(-1) === 'xdr:col') place = { ...place, column: Number(words) }
      },
      close: () => {
        path = path.slice(0, -1)
      },
    })
  }
  return found
}
