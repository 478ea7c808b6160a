import { ledgerActions } from './ledger'
import { consultationActions } from './consultation'
import { assignmentActions } from './assignment'
import { taskPartActions } from './parts/actions'
import { taskCloseOutActions } from './close-out/actions'
import { taskVillageActions } from './villages'
import { taskReleaseActions } from './release'

export const taskActions = {
  ...ledgerActions,
  ...consultationActions,
  ...assignmentActions,
  ...taskPartActions,
  ...taskCloseOutActions,
  ...taskVillageActions,
  ...taskReleaseActions,
} as const
