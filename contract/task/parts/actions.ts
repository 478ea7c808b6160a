import { doneActions } from './done'
import { evidenceActions } from './evidence'
import { extensionActions } from './extension'

/** What is done, shown and put off part by part. Actions of the function `task`. */
export const taskPartActions = {
  ...doneActions,
  ...evidenceActions,
  ...extensionActions,
} as const
