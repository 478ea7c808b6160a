import type { ActionName } from '@/contract/actions'
import { onCloseOut } from './on-close-out'
import { onLists } from './on-lists'
import { onNotifier } from './on-notifier'
import { onObjections } from './on-objections'
import { onOpinions } from './on-opinions'
import { onOrganization } from './on-organization'
import { onPapers } from './on-papers'
import { onParts } from './on-parts'
import { onRegister } from './on-register'
import { onReports } from './on-reports'
import { onTasks } from './on-tasks'
import { onTimelines } from './on-timelines'
import { onVisits } from './on-visits'
import type { Arrange } from './world'

/** One allowed call of every action; an action without one does not compile. */
export const arrange: { readonly [N in ActionName]: Arrange<N> } = {
  ...onOrganization,
  ...onNotifier,
  ...onRegister,
  ...onTasks,
  ...onCloseOut,
  ...onParts,
  ...onReports,
  ...onTimelines,
  ...onVisits,
  ...onLists,
  ...onOpinions,
  ...onPapers,
  ...onObjections,
}
