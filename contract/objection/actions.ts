import { lodgingActions } from './lodge'
import { decidingActions } from './decide'

/** 公示异议. Actions of the function `feedback`: one that comes too late becomes a report. */
export const objectionActions = {
  ...lodgingActions,
  ...decidingActions,
} as const
