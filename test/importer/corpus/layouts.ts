import { cityLayouts } from './cities'
import { closeOutLayouts } from './close-outs'
import { fileLayouts } from './files'
import { groupsLayouts } from './groups'
import { headlessLayouts } from './headless'
import { labelledLayouts } from './labelled'
import { lackingLayouts } from './lacking'
import { measureFieldsLayouts } from './measure-fields'
import { ledgerLayouts } from './ledgers'
import { meantLayouts } from './meant'
import type { Layout } from './model'
import { noticesLayouts } from './notices'
import { orderLayouts } from './orders'
import { cardLayouts } from './cards'
import { ownNameLayouts } from './own-names'
import { pageLayouts } from './pages'
import { paperMarksLayouts } from './paper-marks'
import { tableLayouts } from './tables'

/** Every way of printing a list that the corpus holds. */
export const layouts: Layout[] = [
  ...labelledLayouts,
  ...groupsLayouts,
  ...lackingLayouts,
  ...measureFieldsLayouts,
  ...headlessLayouts,
  ...meantLayouts,
  ...noticesLayouts,
  ...pageLayouts,
  ...orderLayouts,
  ...cardLayouts,
  ...ledgerLayouts,
  ...cityLayouts,
  ...ownNameLayouts,
  ...closeOutLayouts,
  ...paperMarksLayouts,
  ...tableLayouts,
  ...fileLayouts,
]
