import { doneActions } from './done'
import { evidenceActions } from './evidence'
import { extensionActions } from './extension'
import { siteActions } from './sites'

/** What is done, shown and put off part by part. Actions of the function `task`. */
export const taskPartActions = {
  ...doneActions,
  ...evidenceActions,
  ...extensionActions,
  ...siteActions,
} as const
