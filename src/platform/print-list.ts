/** A table that goes to paper by itself, without the page around it. */
export interface PrintedList {
  readonly title: string
  readonly line: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const look = `
  body { margin: 16mm; font: 11pt/1.5 serif; }
  h1 { font-size: 15pt; margin: 0 0 2mm; }
  table { width: 100%; border-collapse: collapse; margin-top: 4mm; }
  th, td { border: 0.3mm solid #000; padding: 1.5mm 2mm; text-align: left; word-break: break-all; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
`

const element = <Tag extends keyof HTMLElementTagNameMap>(
  page: Document,
  tag: Tag,
  ...inside: (string | Node)[]
): HTMLElementTagNameMap[Tag] => {
  const made = page.createElement(tag)
  made.append(...inside)
  return made
}

/** For the browser only: a phone has no printer, there the Word sheet is taken. */
export function printList({ title, line, columns, rows }: PrintedList): void {
  const frame = document.createElement('iframe')
  frame.title = title
  frame.style.cssText = 'position: fixed; width: 0; height: 0; border: 0; visibility: hidden'
  document.body.append(frame)
  const page = frame.contentDocument
  const sheet = frame.contentWindow
  if (!page || !sheet) return frame.remove()
  const rowOf = (tag: 'th' | 'td', cells: readonly string[]) =>
    element(page, 'tr', ...cells.map((cell) => element(page, tag, cell)))
  page.title = title
  page.head.append(element(page, 'style', look))
  page.body.append(
    element(page, 'h1', title),
    element(page, 'div', line),
    element(
      page,
      'table',
      element(page, 'thead', rowOf('th', columns)),
      element(page, 'tbody', ...rows.map((cells) => rowOf('td', cells))),
    ),
  )
  sheet.addEventListener('afterprint', () => frame.remove())
  sheet.print()
}
