import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Sample } from './corpus/model'
import { scoreOf } from './corpus/score'
import { deployedNode } from '../support/deployed-node'
import { encryptedPdf, pdfFile, scannedPdf, type PdfPiece } from './documents'
import { importBytes } from './run-import'
import { sliceErrors } from './slices'

/** A ruled table of two columns and the heads over them. */
function ruled(): { pieces: PdfPiece[]; lines: [number, number, number, number][] } {
  const xs = [50, 100, 300, 420, 540]
  const ys = [780, 750, 690, 650]
  const lines: [number, number, number, number][] = [
    ...ys.map((y): [number, number, number, number] => [50, y, 540, y]),
    ...xs.map((x): [number, number, number, number] => [x, 650, x, 780]),
  ]
  const pieces: PdfPiece[] = [
    { x: 200, y: 800, text: '某县整改任务清单' },
    { x: 55, y: 760, text: '序号' },
    { x: 110, y: 760, text: '反馈问题' },
    { x: 310, y: 760, text: '责任单位' },
    { x: 430, y: 760, text: '整改时限' },
    { x: 55, y: 735, text: '1' },
    { x: 102, y: 735, text: '某河沿岸多处污水直排且长期得不' },
    { x: 102, y: 715, text: '到解决。' },
    { x: 302, y: 735, text: '县水利局、县住建' },
    { x: 302, y: 715, text: '局' },
    { x: 422, y: 735, text: '2021年6月底前' },
    { x: 55, y: 670, text: '2' },
    { x: 102, y: 670, text: '某厂扬尘。' },
    { x: 302, y: 670, text: '某镇党委、政府' },
    { x: 422, y: 670, text: '立行立改' },
    { x: 50, y: 600, text: '联系人:王某某' },
  ]
  return { pieces, lines }
}

// pdf.js is a module that jest's CommonJS cannot load: these run the bundled command line.
describe('a PDF with text', () => {
  it('gives a ruled table in a font that is not embedded, offline', () => {
    const { pieces, lines } = ruled()
    const { status, result, text } = importBytes('清单.pdf', pdfFile('UniGB-UCS2-H', pieces, lines))
    expect(status).toBe(0)
    expect(result.faults).toEqual([])
    expect(result.tasks).toMatchObject([
      {
        number: '1',
        problem: '某河沿岸多处污水直排且长期得不到解决。',
        units: { responsible: ['县水利局', '县住建局'] },
        deadline: { dates: ['2021-06-30'] },
      },
      {
        number: '2',
        problem: '某厂扬尘。',
        units: { responsible: ['某镇党委、政府'] },
        deadline: { kinds: ['immediate'] },
      },
    ])
    expect(sliceErrors(text, result)).toEqual([])
  })

  it('gives lines in GBK', () => {
    const pieces = [
      { x: 50, y: 700, text: '反馈问题:河' },
      { x: 50, y: 670, text: '责任单位:县' },
    ]
    const { text } = importBytes('公示.pdf', pdfFile('GBK-EUC-H', pieces))
    expect(text).toBe('反馈问题:河\n责任单位:县')
  })
})

/**
 * A table of 24 tasks that LibreOffice Writer turned from .docx to PDF: it draws the borders after
 * the text and embeds its fonts. Its truth stands beside it.
 */
describe('a PDF that an office program made of a Word table', () => {
  const file = (ending: string) => readFileSync(path.join(__dirname, `files/word-table.${ending}`))
  const sample = JSON.parse(file('json').toString()) as Sample

  it.each([
    ['the Node of the deployed functions', deployedNode()],
    ['this Node', process.execPath],
  ])('is read right in every field by %s', (_name, node) => {
    const { text, result } = importBytes('清单.pdf', new Uint8Array(file('pdf')), node)
    expect(result.tasks).toHaveLength(24)
    const score = scoreOf('word-table.pdf', sample, text, result)
    expect(score.examples).toEqual([])
    expect(score.right).toBe(score.fields)
    expect(sliceErrors(text, result)).toEqual([])
  })

  it('loses its borders where the method that pdf.js asks of Node is not brought along', () => {
    const { NODE_OPTIONS } = process.env
    const preload = path.join(__dirname, 'files/without-transfer.cjs')
    process.env.NODE_OPTIONS = `${NODE_OPTIONS ?? ''} --require ${preload}`
    try {
      const { text, result } = importBytes('清单.pdf', new Uint8Array(file('pdf')))
      const { right, fields } = scoreOf('word-table.pdf', sample, text, result)
      expect(right).toBeLessThan(fields)
    } finally {
      process.env.NODE_OPTIONS = NODE_OPTIONS ?? ''
    }
  })
})

describe('a PDF that cannot be read', () => {
  it.each([
    ['scanned', 'IMPORT.SCANNED_PDF', scannedPdf()],
    ['locked', 'IMPORT.ENCRYPTED', encryptedPdf()],
    ['cut in two', 'IMPORT.BROKEN_PDF', new Uint8Array(Buffer.from('%PDF-1.4 broken'))],
    ['something else', 'IMPORT.BROKEN_PDF', new Uint8Array(Buffer.from('no pdf'))],
  ])('is refused when it is %s', (_name, code, bytes) => {
    const { status, result } = importBytes('a.pdf', bytes)
    expect(status).toBe(1)
    expect(result).toMatchObject({ tasks: [], faults: [{ code }] })
  })
})
