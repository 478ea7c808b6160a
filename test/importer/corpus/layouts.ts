import { fileLayouts } from './files'
import { labelledLayouts } from './labelled'
import { structuredLayouts } from './structured'
import { tableLayouts } from './tables'
import type { Layout } from './model'

/** Every way of printing a list that the corpus holds. */
export const layouts: Layout[] = [
  ...labelledLayouts,
  ...structuredLayouts,
  ...tableLayouts,
  ...fileLayouts,
]
