import { decodeText } from './decode-text'
import { footnotes } from './footnotes'
import { ImportRefusal } from './import-refusal'
import { cutOut, type LeftOut, marksIn, unmarked } from './left-out'
import { pageMarks } from './page-marks'
import { tidyText } from './tidy-text'

export { ImportRefusal } from './import-refusal'

/** A file as text, with what of it is not in the text. */
export interface ReadText {
  text: string
  leftOut: LeftOut[]
}

/** 20 MB: the largest list seen is a hundredth of it. */
const mostBytes = 20 * 1024 * 1024

const head = (bytes: Uint8Array, length: number): string =>
  String.fromCharCode(...bytes.subarray(0, length))

/** Office files with a password, and the old .doc and .xls, are compound files. */
const isCompound = (bytes: Uint8Array): boolean => head(bytes, 4) === '\u00d0\u00cf\u0011\u00e0'

/** A compound file that holds an encrypted new one names its stream in UTF-16. */
const holdsEncrypted = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))

type Kind = 'text' | 'csv' | 'docx' | 'xlsx' | 'pdf'

/** By content first: what a file is called is only asked where its bytes leave it open. */
function kindOf(bytes: Uint8Array, fileName: string): Kind {
  const ending = /\.([a-z0-9]+)$/i.exec(fileName.trim())?.[1]?.toLowerCase() ?? ''
  if (isCompound(bytes))
    throw new ImportRefusal(holdsEncrypted(bytes) ? 'IMPORT.ENCRYPTED' : 'IMPORT.OLD_OFFICE')
  if (head(bytes, Math.min(1024, bytes.length)).includes('%PDF-')) return 'pdf'
  if (head(bytes, 2) === 'PK') {
    const names = Buffer.from(bytes).toString('latin1')
    if (names.includes('word/document')) return 'docx'
    if (names.includes('xl/workbook')) return 'xlsx'
    if (ending === 'docx' || ending === 'xlsx') return ending
    throw new ImportRefusal('IMPORT.UNKNOWN_TYPE')
  }
  if (ending === 'pdf') throw new ImportRefusal('IMPORT.BROKEN_PDF')
  if (ending === 'docx') throw new ImportRefusal('IMPORT.BROKEN_DOCX')
  if (ending === 'xlsx') throw new ImportRefusal('IMPORT.BROKEN_XLSX')
  if (/^(?:doc|wps|wpt|xls|et|rtf|ofd)$/.test(ending)) throw new ImportRefusal('IMPORT.OLD_OFFICE')
  if (ending === 'csv') return 'csv'
  if (['txt', 'text', 'tsv', 'md', ''].includes(ending)) return 'text'
  throw new ImportRefusal('IMPORT.UNKNOWN_TYPE')
}

/** Each reader is loaded when its kind of file comes: no other import pays for it. */
async function textOf(kind: Kind, bytes: Uint8Array): Promise<string> {
  if (kind === 'docx') return (await import('./read-docx')).readDocx(bytes)
  if (kind === 'xlsx') return (await import('./read-xlsx')).readXlsx(bytes)
  if (kind === 'pdf') return unmarked(await (await import('./read-pdf')).readPdf(bytes))
  if (kind === 'csv') return unmarked((await import('./read-csv')).readCsv(decodeText(bytes)))
  return unmarked(decodeText(bytes))
}

/**
 * Reads .txt and .csv (UTF-8, UTF-16, GB18030), .docx, .xlsx and .pdf with text.
 * @throws ImportRefusal with the code that says why the file cannot be read
 */
export async function readDocument(bytes: Uint8Array, fileName: string): Promise<ReadText> {
  if (bytes.length === 0) throw new ImportRefusal('IMPORT.EMPTY')
  if (bytes.length > mostBytes) throw new ImportRefusal('IMPORT.TOO_LARGE')
  const kind = kindOf(bytes, fileName)
  const marked = tidyText(await textOf(kind, bytes))
  // What goes, goes before any span is made, so that a slice still equals its value.
  const { text, leftOut } = cutOut(marked, marksIn(marked))
  if (text.trim() === '') throw new ImportRefusal('IMPORT.EMPTY')
  return cutOut(text, [...pageMarks(text), ...footnotes(text)], leftOut)
}
