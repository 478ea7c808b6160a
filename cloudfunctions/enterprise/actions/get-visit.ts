import { isPicture } from '../../_files/file-types'
import type { Handler } from '../../_kit/handler'
import { visitThing } from '../../_stores/visit-thing'
import type { Parts } from '../parts'
import { describeVisit } from '../visits/describe-visit'
import { requireVisit } from '../visits/require-visit'

type Deps = Pick<Parts, 'writer' | 'visits' | 'organization' | 'files' | 'records'>

/** One visit as this side reads it. */
export const getVisit =
  (deps: Deps): Handler<'enterprise.getVisit'> =>
  async ({ visitId }, call) => {
    const { visit, side } = await requireVisit(deps, visitId, call.actor)
    const units = await deps.organization.units([visit.enterpriseId, visit.bodyId])
    const fileIds = visit.record?.fileIds ?? []
    const records = await deps.records.findMany(fileIds)
    const links = await deps.files.links(fileIds)
    const files = fileIds.map((fileId) => {
      const type = records.get(fileId)?.type
      return {
        fileId,
        url: links.get(fileId) ?? null,
        isPhoto: type !== undefined && isPicture(type),
      }
    })
    return {
      ...describeVisit(visit, side, call.actor, units, files),
      events: deps.writer.eventsOn(visitThing, visit, call),
    }
  }
