/** Radicals that some PDF writers put for the characters they look like; Unicode maps only part of them. */
const radicalPairs =
  '⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻒長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⺎兀⺩王⺪疋⻖阝⻏阝⻌辶⺝月'
const radicals = new Map(radicalPairs.match(/../gu)?.map((pair) => [pair[0] ?? '', pair[1] ?? '']))

/**
 * **Bold** as pages turned to plain text print it. A name that is left out in print, as 张**, opens no
 * such pair: a mark of bold stands behind nothing, a blank or a stop.
 */
const bold = /(^|[\s|。;；,，:：(（])(\*\*|__)(?=[^\s*_、,，;；])([^*\n]{1,200}?)(?<=\S)\2/gm

/**
 * The text as read: one kind of line end, no marks without width. All spans count in this text.
 */
export function tidyText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // Tables copied from pages keep these two marks of the page inside their cells.
      .replace(/<br\s*\/?>/gi, '\n')
      .replace(/&nbsp;/gi, ' ')
      .replace(bold, '$1$3')
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
      .replace(/[\u2e80-\u2fdf]/g, (radical) => radicals.get(radical) ?? radical.normalize('NFKC'))
      .normalize('NFC')
  )
}

/** What stands in the later rows of a cell that is merged over several: like the one above. */
export const asAbove = '〃'

/** One row of a table as a line; a break inside a cell stays a break. */
export function tableLine(cells: string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\|/g, '｜').trim()).join(' | ')} |`
}
