import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { CheckBox } from '../../ask/choice/check-box'
import { Tappable } from '../../tap/tappable'
import './index.scss'

export interface Column {
  readonly key: string
  readonly name: string
  readonly width: 'narrow' | 'middle' | 'wide' | 'rest'
  /** Left out where a row is open beside the table and the screen has no room for both. */
  readonly spare?: boolean
  /** Its head is a button that sorts by it. */
  readonly sorts?: boolean
}

/** Rows that are chosen for what is done with several at once. */
interface Selection {
  readonly keys: readonly string[]
  /** What a screen reader calls the box of a row, and the one for all. */
  readonly label: (row: string) => string
  readonly labelAll: string
  readonly onToggle: (key: string) => void
  readonly onToggleAll: () => void
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
  selection?: Selection
}

const cellClass = ({ width, spare }: Column): string =>
  `data-table__cell data-table__cell--${width} ${spare ? 'data-table__cell--spare' : ''}`

const rowClass = (isOpen: boolean, isSelected: boolean): string =>
  [
    'data-table__row',
    ...(isSelected ? ['data-table__row--selected'] : []),
    ...(isOpen ? ['data-table__row--on'] : []),
  ].join(' ')

/** Rows in lines for a wide screen; a row is one target. */
export function DataTable(props: DataTableProps) {
  const { label, columns, rows, chosen, onChoose, selection } = props
  const isSelected = (key: string) => selection !== undefined && selection.keys.indexOf(key) >= 0
  return (
    <View
      className={chosen === null ? 'data-table' : 'data-table data-table--beside'}
      role="table"
      aria-label={label}
    >
      <View className="data-table__row data-table__row--head" role="row">
        {selection && (
          <Box
            role="columnheader"
            label={selection.labelAll}
            checked={rows.length > 0 && selection.keys.length === rows.length}
            onTap={selection.onToggleAll}
          />
        )}
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
          className={rowClass(row.key === chosen, isSelected(row.key))}
        >
          {selection && (
            <Box
              role="cell"
              label={selection.label(row.label)}
              checked={isSelected(row.key)}
              onTap={() => selection.onToggle(row.key)}
            />
          )}
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

function Box(props: {
  role: 'cell' | 'columnheader'
  label: string
  checked: boolean
  onTap: () => void
}) {
  const { role, ...box } = props
  return (
    <View role={role} className="data-table__box">
      <CheckBox {...box} />
    </View>
  )
}
