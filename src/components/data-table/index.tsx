import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Tappable } from '../tappable'
import './index.scss'

interface Column {
  readonly key: string
  readonly name: string
  readonly width: 'narrow' | 'middle' | 'wide' | 'rest'
  /** Left out where a row is open beside the table and the screen has no room for both. */
  readonly spare?: boolean
  /** Its head is a button that sorts by it. */
  readonly sorts?: boolean
}

interface DataTableProps {
  /** What a screen reader calls the table. */
  label: string
  columns: readonly Column[]
  /** `cells` in the order of the columns; `label` says the row in one line. */
  rows: readonly {
    readonly key: string
    readonly id: string
    readonly label: string
    /** Of the row's own page, for a new tab. */
    readonly href?: string
    readonly cells: readonly ReactNode[]
  }[]
  /** Key of the column that the rows are sorted by. */
  sort: string
  /** Null: the order cannot be changed now. */
  onSort: ((key: string) => void) | null
  /** Key of the row that is open beside the table. */
  chosen: string | null
  onChoose: (key: string) => void
}

const cellClass = ({ width, spare }: Column): string =>
  `data-table__cell data-table__cell--${width} ${spare ? 'data-table__cell--spare' : ''}`

/** Rows in lines for a wide screen; a row is one target. */
export function DataTable(props: DataTableProps) {
  const { label, columns, rows, chosen, onChoose } = props
  return (
    <View
      className={chosen === null ? 'data-table' : 'data-table data-table--beside'}
      role="table"
      aria-label={label}
    >
      <View className="data-table__row data-table__row--head" role="row">
        {columns.map((column) => (
          <Head key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
        ))}
      </View>
      {rows.map((row) => (
        <View
          key={row.key}
          id={row.id}
          role="row"
          aria-current={row.key === chosen ? 'true' : undefined}
          className={`data-table__row ${row.key === chosen ? 'data-table__row--on' : ''}`}
        >
          {columns.map((column, place) => (
            <View key={column.key} role="cell" className={cellClass(column)}>
              {row.cells[place]}
              {place === 0 && (
                <Tappable
                  role="button"
                  className="data-table__open"
                  label={row.label}
                  href={row.href}
                  onTap={() => onChoose(row.key)}
                />
              )}
            </View>
          ))}
        </View>
      ))}
    </View>
  )
}

function Head(props: { column: Column; sort: string; onSort: ((key: string) => void) | null }) {
  const { column, sort, onSort } = props
  const isSorted = column.key === sort
  return (
    <View
      role="columnheader"
      aria-sort={isSorted ? 'ascending' : undefined}
      className={cellClass(column)}
    >
      {column.sorts && onSort ? (
        <Tappable className="data-table__sort" onTap={() => onSort(column.key)}>
          {column.name}
          {isSorted ? ' ↑' : ''}
        </Tappable>
      ) : (
        column.name
      )}
    </View>
  )
}
