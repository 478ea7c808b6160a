import { checkActions } from './check'
import { closingActions } from './closing'

/** From self-check to what follows a close-out. Actions of the function `task`. */
export const taskCloseOutActions = {
  ...checkActions,
  ...closingActions,
} as const
