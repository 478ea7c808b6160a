import { ImportRefusal } from './import-refusal'
import { leftOutMark } from './left-out'
import { openArchive } from './unpack'
import { picturesOn, readBook, readShared } from './xlsx-book'
import { Formats } from './xlsx-formats'
import { sheetLines } from './xlsx-lines'
import { readSheet } from './xlsx-sheet'

async function textOf(bytes: Uint8Array): Promise<string> {
  const archive = await openArchive(bytes)
  const { sheets, counts1904 } = await readBook(archive)
  if (sheets.length === 0) throw new ImportRefusal('IMPORT.BROKEN_XLSX')
  const formats = await Formats.read(archive, counts1904)
  const shared = await readShared(archive)
  const texts: string[] = []
  let aside = ''
  for (const { name, part, hidden } of sheets) {
    if (hidden) {
      aside += leftOutMark('hidden', `工作表“${name}”`)
      continue
    }
    const sheet = await readSheet(archive, part, shared, formats)
    const lines = sheetLines(sheet, await picturesOn(archive, part))
    if (lines.length > 0) texts.push(lines.join('\n'))
  }
  return texts.join('\n\n') + aside
}

/**
 * The text of every visible sheet of an .xlsx, a row a | line |, numbers as their cells show them.
 * Time grows with the cells that are there, wherever they stand.
 */
export async function readXlsx(bytes: Uint8Array): Promise<string> {
  try {
    return await textOf(bytes)
  } catch (error) {
    if (error instanceof ImportRefusal) throw error
    throw new ImportRefusal('IMPORT.BROKEN_XLSX')
  }
}
