import type { Opinion } from '@/domain/opinion/opinion'
import { holdsRegion } from '@/domain/organization/scope'
import { RuleError } from '@/domain/refusal'
import type { Call, Handler } from '../../_kit/handler'
import { opinionThing } from '../../_stores/opinion-thing'
import { mayReadWords, requireCollective } from '../collective'
import type { Parts } from '../parts'

type Deps = Pick<Parts, 'opinions' | 'organization' | 'files' | 'cipher' | 'writer'>

/** The body itself, and the office that may record it from paper. */
const requireConcerned = (opinion: Opinion, { actor }: Call): void => {
  if (actor.role === 'villageOfficer' && actor.unitId === opinion.unitId) return
  if (holdsRegion(actor, 'coordinator', opinion.regionCodes) === null) return
  throw new RuleError('THING.NOT_FOUND')
}

const givenOf = async ({ files, cipher }: Deps, opinion: Opinion) => {
  const { givenOn, satisfaction, said, meeting, onPaper } = opinion
  if (givenOn === null) return null
  const links = await files.links(meeting?.minutesIds ?? [])
  return {
    satisfaction,
    words: said === null ? '' : cipher.open(said),
    meetingOn: meeting?.on ?? null,
    present: meeting?.present ?? null,
    minutes: (meeting?.minutesIds ?? []).flatMap((fileId) => {
      const url = links.get(fileId)
      return url === undefined ? [] : [{ fileId, url }]
    }),
    onPaper,
    givenOn,
  }
}

/** What is asked of a branch or committee, and what it has said. */
export const getCollective =
  (deps: Deps): Handler<'opinion.getCollective'> =>
  async ({ opinionId }, call) => {
    const opinion = requireCollective(await deps.opinions.find(opinionId))
    requireConcerned(opinion, call)
    const { unitId, villageCode, dueOn } = opinion
    const units = await deps.organization.units(unitId === null ? [] : [unitId])
    const regions = await deps.organization.regions(villageCode === null ? [] : [villageCode])
    const code = villageCode ?? ''
    return {
      id: opinion.id,
      taskId: opinion.taskId,
      number: opinion.taskNumber,
      title: opinion.taskTitle,
      voice: opinion.voice,
      unit: unitId === null ? null : { id: unitId, name: units.get(unitId)?.name ?? unitId },
      village: { code, name: regions.get(code)?.name ?? code },
      state: opinion.state,
      dueOn: dueOn ?? opinion.askedOn,
      dueProvisional: opinion.dueProvisional,
      given: mayReadWords(opinion, call.actor) ? await givenOf(deps, opinion) : null,
      events: deps.writer.eventsOn(opinionThing, opinion, call),
    }
  }
