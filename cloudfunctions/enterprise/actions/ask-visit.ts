import type { Actor } from '@/domain/organization/actor'
import { RuleError } from '@/domain/refusal'
import { joinVisit, planVisit } from '@/domain/visit/transitions'
import { type FirmVisit, isOpenVisit } from '@/domain/visit/visit'
import type { VisitFacts } from '@/domain/visit/workflow'
import type { Handler, ParsedInput } from '../../_kit/handler'
import { taskOf } from '../../_stores/task-record'
import { taskThing } from '../../_stores/task-thing'
import type { Acting, Decision } from '../../_stores/thing'
import { visitIdOf, visitThing } from '../../_stores/visit-thing'
import type { Parts } from '../parts'
import { tellBody, tellFirm } from '../visits/visit-notices'

type Input = ParsedInput<'enterprise.askVisit'>

/** The task and the body as this transaction reads them. */
const askingOf = async (
  { organization }: Pick<Parts, 'organization'>,
  { read }: Acting,
  { taskId, bodyId }: Input,
): Promise<NonNullable<VisitFacts['asking']>> => {
  const doc = await read(taskThing.collection, taskId)
  if (!doc) throw new RuleError('THING.NOT_FOUND')
  const units = await organization.units([bodyId])
  return { task: taskOf(doc), body: units.get(bodyId) ?? null }
}

/** The words are in the visit; its chain keeps how many there were, and of which measures. */
const audited = ({ taskId, enterpriseId, bodyId, on, matters }: Input) => ({
  ...{ taskId, enterpriseId, bodyId, on },
  measures: matters.map(({ measureId }) => measureId),
})

/**
 * 请执法单位入企. While a visit of this firm goes on the matters join it (综合查一次), at whatever
 * body it is; two who ask at once meet in one. What the answer shows is its own: a unit that asked
 * reads it.
 */
export const askVisit =
  (parts: Parts): Handler<'enterprise.askVisit'> =>
  async (input, call) => {
    const { enterpriseId, bodyId, on, matters } = input
    const last = await parts.visits.lastOf(enterpriseId)
    const ordinal = last && isOpenVisit(last.state) ? last.ordinal : (last?.ordinal ?? 0) + 1
    const actor: Actor = call.actor
    return parts.writer.write(call, async (acting) => {
      const asking = await askingOf(parts, acting, input)
      const facts = { ...acting.context, asking }
      const decided = (next: FirmVisit): Decision<FirmVisit> => ({
        next,
        changes: audited(input),
        tell: [
          ...tellBody(next, 'visitAsked', parts.city),
          ...(next.notice === null ? [] : tellFirm(next, 'visitNotified', parts.city)),
        ],
      })
      const id = visitIdOf(enterpriseId, ordinal)
      const of = { id, ordinal, enterpriseId, bodyId }
      const given = { on, matters }
      const next = await acting.change(
        visitThing,
        id,
        'askVisit',
        (visit) => decided(joinVisit(visit, given, actor, facts)),
        () => acting.make(visitThing, 'askVisit', decided(planVisit(of, given, actor, facts))),
      )
      return parts.writer.changed(visitThing, next, call)
    })
  }
