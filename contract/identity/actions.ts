import { selfActions } from './self'
import { peopleActions } from './people'
import { watchActions } from './watch'

export const identityActions = {
  ...selfActions,
  ...peopleActions,
  ...watchActions,
} as const
