import { isOn, type Styles } from './docx-styles'
import type { Numbering } from './docx-numbering'
import { type Cell, linesOf, newCell, plainLinesOf, type Row, type Table } from './docx-tables'
import { addLine, leftOutMark, unmarked } from './left-out'
import type { XmlListener } from './unpack'

interface Paragraph {
  text: string
  style: string
  list: { id: string; level: number } | null
}

/** Parts of which nothing prints, or that print again what stands beside them. */
const unseen = /^(?:mc:Fallback|w:moveFrom|w:del|w:rt|w:instrText|w:[a-zA-Z]+PrChange)$/
const wordsIn = /^(?:w:t|m:t)$/

type Attributes = Record<string, string | undefined>

/** Walks the paragraphs and tables of a part: what prints becomes lines, the rest is marked. */
export class BodyWalker implements XmlListener {
  readonly lines: string[] = []
  private readonly paragraphs: Paragraph[] = []
  private readonly tables: Table[] = []
  private readonly cells: Cell[] = []
  private readonly hiddenRows: boolean[] = []
  private skipped = 0
  private inWords = false
  private inRun = false
  private inRowProperties = false
  private hiddenRun = false
  private hiddenWords = ''

  constructor(
    private readonly styles: Styles,
    private readonly numbering: Numbering,
    private readonly notes: ReadonlyMap<string, string>,
  ) {}

  private get paragraph(): Paragraph | undefined {
    return this.paragraphs[this.paragraphs.length - 1]
  }

  private get row(): Row | undefined {
    return this.tables[this.tables.length - 1]?.rows.at(-1)
  }

  open(name: string, attributes: Attributes): void {
    if (unseen.test(name)) this.skipped += 1
    // A row that a reviser took out says so in its properties.
    if (name === 'w:del' && this.inRowProperties && this.row) this.row.deleted = true
    if (this.skipped > 0) return
    const begin = this.begins[name]
    if (begin) begin(attributes)
    else if (wordsIn.test(name)) this.inWords = true
    else this.property(name, attributes['w:val'], attributes)
  }

  private readonly begins: Record<string, ((attributes: Attributes) => void) | undefined> = {
    'w:p': () => this.paragraphs.push({ text: '', style: '', list: null }),
    'w:r': () => {
      this.inRun = true
      this.hiddenRun = false
    },
    'w:tbl': () => this.tables.push({ rows: [] }),
    'w:tr': () => {
      this.tables[this.tables.length - 1]?.rows.push({ cells: [], deleted: false })
      this.hiddenRows.push(false)
    },
    'w:trPr': () => {
      this.inRowProperties = true
    },
    'w:tc': () => {
      const cell = newCell()
      this.row?.cells.push(cell)
      this.cells.push(cell)
    },
    'w:br': ({ 'w:type': type }) => this.add(type === 'page' ? '' : '\n'),
    'w:cr': () => this.add('\n'),
    'w:tab': () => this.add(this.inRun ? (this.cells.length > 0 ? ' ' : '\t') : ''),
    'w:noBreakHyphen': () => this.add('-'),
    'w:footnoteReference': ({ 'w:id': id }) => this.note(`footnote ${id ?? ''}`),
    'w:endnoteReference': ({ 'w:id': id }) => this.note(`endnote ${id ?? ''}`),
    'pic:pic': () => this.mark(leftOutMark('picture')),
    'v:imagedata': () => this.mark(leftOutMark('picture')),
  }

  /** What is said of the paragraph, the run, the cell or the row. */
  private property(name: string, value: string | undefined, attributes: Attributes): void {
    const { paragraph } = this
    const cell = this.cells[this.cells.length - 1]
    if (name === 'w:vanish' && this.inRun) this.hiddenRun = isOn(value)
    else if (name === 'w:rStyle') this.hiddenRun ||= this.styles.hides(value ?? '')
    else if (name === 'w:pStyle' && paragraph) {
      paragraph.style = value ?? ''
      paragraph.list ??= this.styles.listOf(paragraph.style)
    } else if (name === 'w:ilvl' && paragraph)
      paragraph.list = { id: paragraph.list?.id ?? '', level: Number(value) }
    else if (name === 'w:numId' && paragraph)
      paragraph.list = { id: value ?? '', level: paragraph.list?.level ?? 0 }
    else if (name === 'w:gridSpan' && cell) cell.wide = Math.max(1, Number(value) || 1)
    else if (name === 'w:vMerge' && cell) cell.below = value !== 'restart'
    else if (name === 'w:gridBefore') this.row?.cells.push(newCell(Number(value) || 1))
    else if (name === 'w:hidden' && this.inRowProperties)
      this.hiddenRows[this.hiddenRows.length - 1] = isOn(attributes['w:val'])
  }

  text(words: string): void {
    if (this.inWords && this.skipped === 0) this.add(unmarked(words))
  }

  private add(words: string): void {
    const { paragraph } = this
    if (!paragraph) return
    const hides =
      this.hiddenRun || this.hiddenRows.includes(true) || this.styles.hides(paragraph.style)
    if (hides) this.hiddenWords += words
    else {
      this.flushHidden()
      paragraph.text += words
    }
  }

  private flushHidden(): void {
    if (this.hiddenWords.trim() !== '') this.mark(leftOutMark('hidden', this.hiddenWords))
    this.hiddenWords = ''
  }

  private mark(mark: string): void {
    if (this.paragraph) this.paragraph.text += mark
  }

  private note(id: string): void {
    const words = this.notes.get(id)
    if (words !== undefined) this.mark(leftOutMark('footnote', words))
  }

  close(name: string): void {
    if (unseen.test(name)) this.skipped -= 1
    else if (this.skipped > 0) return
    else if (name === 'w:p') this.closeParagraph()
    else if (wordsIn.test(name)) this.inWords = false
    else if (name === 'w:r') this.inRun = this.hiddenRun = false
    else if (name === 'w:trPr') this.inRowProperties = false
    else if (name === 'w:tr') this.hiddenRows.pop()
    else if (name === 'w:tc') this.cells.pop()
    else if (name === 'w:tbl') this.closeTable()
  }

  private closeParagraph(): void {
    this.flushHidden()
    const done = this.paragraphs.pop()
    if (!done) return
    const { text, list } = done
    const empty = text.trim() === ''
    const lines = this.cells[this.cells.length - 1]?.lines ?? this.lines
    const inTable = this.cells.length > 0
    // Word numbers such paragraphs itself, also an empty cell under 序号.
    const number = list && (!empty || inTable) ? this.numbering.next(list.id, list.level) : ''
    if (!empty || number !== '') addLine(lines, `${number}${text.trim()}`)
  }

  private closeTable(): void {
    const table = this.tables.pop()
    if (!table) return
    const cell = this.cells[this.cells.length - 1]
    if (cell) cell.lines.push(...plainLinesOf(table).filter((line) => line !== ''))
    else this.lines.push(...linesOf(table))
  }
}
