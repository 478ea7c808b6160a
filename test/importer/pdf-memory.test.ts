import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pdfBook, type PdfPiece } from './documents'
import { importBytes } from './run-import'

const pages = 200
const tasksOnAPage = 8
const megabyte = 1024 * 1024
const rowHeight = 80

/** One page of a ruled table of four columns that goes on over all pages. */
function page(index: number) {
  const xs = [30, 95, 335, 450, 565]
  const ys = Array.from({ length: tasksOnAPage + 1 }, (_, row) => 760 - row * rowHeight)
  const [top = 0] = ys
  const bottom = ys.at(-1) ?? 0
  const row = (at: number, cells: string[]): PdfPiece[] =>
    cells.map((text, column) => ({ x: (xs[column] ?? 0) + 4, y: at, text }))
  const head = index === 0 ? row(775, ['序号', '反馈问题', '责任单位', '整改时限']) : []
  const rows = ys.slice(0, -1).flatMap((y, at) => {
    const number = index * tasksOnAPage + at + 1
    const cells = [String(number), `第${number}处排污口污水直排,长期`, '县水利局', '2021年6月底前']
    const more = { x: 99, y: y - 38, text: '得不到解决,群众反映强烈。' }
    return [...row(y - 18, cells), more]
  })
  const frame = index === 0 ? [790, ...ys] : ys
  return {
    pieces: [...head, ...rows],
    lines: [
      ...frame.map((y): [number, number, number, number] => [30, y, 565, y]),
      ...xs.map((x): [number, number, number, number] => [x, bottom, x, index === 0 ? 790 : top]),
    ],
  }
}

/** The functions have 512 MB; a long list must leave room for what else an import holds. */
it('reads a PDF of 200 pages whole and holds no more than 300 MB', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'memory-'))
  const { NODE_OPTIONS } = process.env
  const peak = path.join(folder, 'peak')
  process.env.NODE_OPTIONS = `${NODE_OPTIONS ?? ''} --require ${path.join(__dirname, 'files/peak-memory.cjs')}`
  process.env.PEAK_MEMORY_FILE = peak
  try {
    const book = pdfBook(
      'UniGB-UCS2-H',
      Array.from({ length: pages }, (_, index) => page(index)),
    )
    const { result } = importBytes('清单.pdf', book)
    expect(result.tasks).toHaveLength(pages * tasksOnAPage)
    expect(result.tasks.at(-1)).toMatchObject({
      number: '1600',
      problem: '第1600处排污口污水直排,长期得不到解决,群众反映强烈。',
      units: { responsible: ['县水利局'] },
      deadline: { dates: ['2021-06-30'] },
    })
    expect(Number(readFileSync(peak, 'utf8'))).toBeLessThan(300 * megabyte)
  } finally {
    process.env.NODE_OPTIONS = NODE_OPTIONS ?? ''
    delete process.env.PEAK_MEMORY_FILE
    rmSync(folder, { recursive: true, force: true })
  }
})
