import { html } from './html'
import type { Html } from './html'

export interface Column<Row> {
  title: string
  cell: (row: Row) => unknown
  /** Figures stand on the right. */
  number?: boolean
}

/** A table that becomes a list of cards on a narrow screen: each cell carries its column's title. */
export function table<Row>(
  caption: string,
  columns: ReadonlyArray<Column<Row>>,
  rows: readonly Row[],
  empty: string,
): Html {
  if (rows.length === 0) return html`<p class="empty">${empty}</p>`
  const kind = ({ number }: Column<Row>) => (number ? 'number' : '')
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col" class="${kind(column)}">${column.title}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${columns.map(
              (column) =>
                html`<td class="${kind(column)}" data-title="${column.title}">
                  <div>${column.cell(row)}</div>
                </td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`
}
