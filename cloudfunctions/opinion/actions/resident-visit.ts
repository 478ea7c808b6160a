import type { Opinion } from '@/domain/opinion/opinion'
import { openVisit as opened, recordVisit as recorded } from '@/domain/opinion/transitions'
import { officeForeignTo } from '@/domain/organization/scope'
import { RuleError } from '@/domain/refusal'
import type { Actor } from '@/domain/organization/actor'
import type { Handler } from '../../_kit/handler'
import { opinionThing } from '../../_stores/opinion-thing'
import type { Parts } from '../parts'

type Deps = Pick<Parts, 'opinions' | 'organization' | 'writer' | 'cipher'>

/** @throws RuleError `THING.NOT_FOUND`: that a resident agreed to a visit is for inspectors alone */
const agreed = (opinion: Opinion | null, actor: Actor) => {
  const { visit = null } = opinion ?? {}
  if (!opinion || !visit || officeForeignTo(actor, 'inspector', opinion) !== null)
    throw new RuleError('THING.NOT_FOUND')
  return { opinion, visit }
}

/** 上门听村民说, as its page opens: nothing of the person. */
export const getVisit =
  ({ opinions, writer }: Deps): Handler<'opinion.getVisit'> =>
  async ({ opinionId }, call) => {
    const { opinion, visit } = agreed(await opinions.find(opinionId), call.actor)
    return {
      taskId: opinion.taskId,
      number: opinion.taskNumber,
      title: opinion.taskTitle,
      dueOn: visit.dueOn,
      dueProvisional: visit.dueProvisional,
      madeOn: visit.madeOn,
      events: writer.eventsOn(opinionThing, opinion, call),
    }
  }

/** Words and phone, once the look stands in the chain. */
export const openVisit =
  ({ opinions, organization, writer, cipher }: Deps): Handler<'opinion.openVisit'> =>
  async ({ opinionId }, call) => {
    const { opinion, visit } = agreed(await opinions.find(opinionId), call.actor)
    const { villageCode, said, satisfaction } = opinion
    const village = villageCode === null ? null : await organization.regions([villageCode])
    const answer = {
      villageName: (villageCode !== null && village?.get(villageCode)?.name) || '',
      satisfaction: satisfaction ?? 'unsatisfied',
      words: said === null ? '' : cipher.open(said),
      phone: visit.phone === null ? '' : cipher.open(visit.phone),
    }
    return writer.write(call, async (acting) => {
      await acting.change(opinionThing, opinionId, 'openVisit', (found, facts) => ({
        next: opened(found, call.actor, facts),
        changes: {},
      }))
      return answer
    })
  }

/** 记上门: the phone goes with it. */
export const recordVisit =
  ({ writer, cipher }: Pick<Deps, 'writer' | 'cipher'>): Handler<'opinion.recordVisit'> =>
  ({ opinionId, on, heard }, call) =>
    writer.act(opinionThing, call, opinionId, 'recordVisit', (opinion, facts) => ({
      next: recorded(opinion, { on, heard, sealed: cipher.seal(heard) }, call.actor, facts),
      changes: { on },
    }))
