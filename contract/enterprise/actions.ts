import { nodeActions } from './node'
import { talkActions } from './talk'
import { visitActions } from './visit'

export const enterpriseActions = {
  ...talkActions,
  ...nodeActions,
  ...visitActions,
} as const
