import mammoth from 'mammoth'
import { ImportRefusal } from './import-refusal'
import { tableLine } from './tidy-text'

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

const unescapeHtml = (html: string): string =>
  html.replace(/&(#x?[0-9a-f]+|\w+);/gi, (all, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? all
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return Number.isFinite(code) && code <= 0x10ffff ? String.fromCodePoint(code) : all
  })

interface Table {
  rows: { text: string; span: number; down: number }[][]
}

/** Walks mammoth's plain markup: paragraphs become lines, table rows become | lines |. */
class Walker {
  private readonly lines: string[] = []
  private readonly tables: Table[] = []
  private readonly cells: string[] = []
  private readonly lists: number[] = []
  private text = ''

  private breakLine(): void {
    const cell = this.cells.length - 1
    if (this.text.trim() !== '') {
      if (cell >= 0)
        this.cells[cell] =
          `${this.cells[cell] ?? ''}${this.cells[cell] ? '\n' : ''}${this.text.trim()}`
      else this.lines.push(this.text.trim())
    }
    this.text = ''
  }

  open(tag: string, attributes: string): void {
    const number = (name: string): number =>
      Number(new RegExp(`${name}="(\\d+)"`).exec(attributes)?.[1] ?? 1)
    if (/^(?:p|h[1-6]|div)$/.test(tag)) this.breakLine()
    else if (tag === 'br') this.breakLine()
    else if (tag === 'ol') this.lists.push(0)
    else if (tag === 'ul') this.lists.push(Number.NaN)
    else if (tag === 'li') this.openItem()
    else if (tag === 'table') {
      this.breakLine()
      this.tables.push({ rows: [] })
    } else if (tag === 'tr') this.tables[this.tables.length - 1]?.rows.push([])
    else if (tag === 'td' || tag === 'th') {
      this.text = ''
      this.tables[this.tables.length - 1]?.rows
        .at(-1)
        ?.push({ text: '', span: number('colspan'), down: number('rowspan') })
      this.cells.push('')
    }
  }

  /** Word numbers such paragraphs itself: the number is in print, not in the text. */
  private openItem(): void {
    this.breakLine()
    const last = this.lists.length - 1
    const count = (this.lists[last] ?? Number.NaN) + 1
    this.lists[last] = count
    this.text = Number.isNaN(count) ? '' : `${count}.`
  }

  close(tag: string): void {
    if (/^(?:p|h[1-6]|div|li)$/.test(tag)) this.breakLine()
    else if (tag === 'ol' || tag === 'ul') this.lists.pop()
    else if (tag === 'td' || tag === 'th') {
      this.breakLine()
      const cell = this.tables[this.tables.length - 1]?.rows.at(-1)?.at(-1)
      const text = this.cells.pop() ?? ''
      if (cell) cell.text = text
    } else if (tag === 'table') this.closeTable()
  }

  private closeTable(): void {
    const table = this.tables.pop()
    if (!table) return
    const lines = gridOf(table).map(tableLine)
    const cell = this.cells.length - 1
    if (cell >= 0)
      this.cells[cell] = [this.cells[cell] ?? '', ...gridOf(table).map((row) => row.join(' '))]
        .filter((line) => line !== '')
        .join('\n')
    else this.lines.push(...lines)
  }

  add(text: string): void {
    this.text += unescapeHtml(text)
  }

  finish(): string {
    this.breakLine()
    return this.lines.join('\n')
  }
}

/** Merged cells: the text stands in the first, the others are empty. */
function gridOf(table: Table): string[][] {
  const blocked: number[] = []
  return table.rows.map((row) => {
    const line: string[] = []
    const skip = (): void => {
      while ((blocked[line.length] ?? 0) > 0) {
        blocked[line.length] = (blocked[line.length] ?? 0) - 1
        line.push('')
      }
    }
    for (const cell of row) {
      skip()
      for (let wide = 0; wide < Math.min(cell.span, 60); wide += 1) {
        blocked[line.length] = cell.down - 1
        line.push(wide === 0 ? cell.text : '')
      }
    }
    skip()
    return line
  })
}

function flatten(html: string): string {
  const walker = new Walker()
  for (const part of html.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/gi)) {
    if (part[4] !== undefined) walker.add(part[4])
    else if (part[1] === '/') walker.close((part[2] ?? '').toLowerCase())
    else walker.open((part[2] ?? '').toLowerCase(), part[3] ?? '')
  }
  return walker.finish()
}

/** The text of a .docx, its tables as | lines |. */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  let html: string
  try {
    const skipImages = mammoth.images.imgElement(() => Promise.resolve({ src: '' }))
    const result = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: skipImages, ignoreEmptyParagraphs: true },
    )
    html = result.value
  } catch {
    throw new ImportRefusal('IMPORT.BROKEN_DOCX')
  }
  return flatten(html)
}
