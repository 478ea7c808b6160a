import { format } from 'numfmt'
import type { Archive } from './unpack'

/** Formats that Chinese Excel keeps under these numbers without writing them into the file. */
const known: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  31: 'yyyy"年"m"月"d"日"',
}
for (const id of [27, 36, 50, 52, 57]) known[id] = 'yyyy"年"m"月"'
for (const id of [28, 29, 51, 53, 54, 58]) known[id] = 'm"月"d"日"'

/** Days between the two counts of days that Excel knows. */
const from1904 = 1462

/** Prints numbers as their cells show them. */
export class Formats {
  private readonly patterns = new Map<number, string>()
  private readonly cells: number[] = []
  private base = 0

  static async read(archive: Archive, counts1904: boolean): Promise<Formats> {
    const formats = new Formats()
    formats.base = counts1904 ? from1904 : 0
    let inCells = false
    await archive.readXml('xl/styles.xml', {
      open: (name, attributes) => {
        const id = Number(attributes.numFmtId ?? 0)
        if (name === 'numFmt') formats.patterns.set(id, attributes.formatCode ?? 'General')
        else if (name === 'cellXfs') inCells = true
        else if (name === 'xf' && inCells) formats.cells.push(id)
      },
      close: (name) => {
        if (name === 'cellXfs') inCells = false
      },
    })
    return formats
  }

  /** @param style the cell's; @param value the number as written in the file */
  print(style: number, value: string): string {
    const id = this.cells[style] ?? 0
    const pattern = this.patterns.get(id) ?? known[id] ?? 'General'
    const number = Number(value)
    if (!Number.isFinite(number)) return value
    const isDay = /[ymdhs]/i.test(pattern.replace(/"[^"]*"|\[[^\]]*\]|\\.|General/g, ''))
    try {
      return format(pattern, isDay ? number + this.base : number, { locale: 'zh-CN' }).trim()
    } catch {
      return value
    }
  }
}
