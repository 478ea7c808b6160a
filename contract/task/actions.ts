import { ledgerActions } from './ledger'
import { consultationActions } from './consultation'
import { assignmentActions } from './assignment'
import { correctionActions } from './correction'
import { taskPartActions } from './parts/actions'
import { taskCloseOutActions } from './close-out/actions'
import { taskVillageActions } from './villages'
import { taskReleaseActions } from './release'

export const taskActions = {
  ...ledgerActions,
  ...consultationActions,
  ...assignmentActions,
  ...correctionActions,
  ...taskPartActions,
  ...taskCloseOutActions,
  ...taskVillageActions,
  ...taskReleaseActions,
} as const
