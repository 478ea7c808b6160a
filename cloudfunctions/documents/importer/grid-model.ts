import type { Column, Row } from './grid-cells'

export interface Grid {
  columns: Column[]
  rows: Row[]
  start: number
  end: number
  /** Cells that had to be moved from under the printed heads. */
  shifted: boolean
  uneven: Row[]
}
