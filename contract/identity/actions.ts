import { selfActions } from './self'
import { peopleActions } from './people'
import { settingsActions } from './settings'
import { watchActions } from './watch'

export const identityActions = {
  ...selfActions,
  ...peopleActions,
  ...watchActions,
  ...settingsActions,
} as const
