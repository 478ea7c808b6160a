import { nodeActions } from './node'
import { talkActions } from './talk'

export const enterpriseActions = {
  ...talkActions,
  ...nodeActions,
} as const
