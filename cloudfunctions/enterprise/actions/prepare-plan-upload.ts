import { maxPlanBytes } from '@/contract/enterprise'
import { refuseIf, RuleError } from '@/domain/refusal'
import { whyNotTimeline } from '@/domain/timeline/workflow'
import type { Handler } from '../../_kit/handler'
import { timelineThing } from '../../_stores/timeline-thing'
import type { Parts } from '../parts'
import { planOwnerKey } from '../plan-files'
import { planTypeOf } from '../plan-types'

type Deps = Pick<Parts, 'writer' | 'timelines' | 'files' | 'records' | 'cipher'>

/** Where the enterprise puts a file of its technical plan. It counts once it is sent with a counter-proposal. */
export const preparePlanUpload =
  (deps: Deps): Handler<'enterprise.preparePlanUpload'> =>
  async ({ timelineId, fileName, size }, call) => {
    const timeline = await deps.timelines.find(timelineId)
    if (!timeline) throw new RuleError('THING.NOT_FOUND')
    const facts = deps.writer.factsOf(timelineThing, timeline, call)
    refuseIf(whyNotTimeline(timeline, 'counter', call.actor, facts))
    const type = planTypeOf(fileName)
    if (!type) throw new RuleError('FILE.TYPE', ['fileName'])
    if (size > maxPlanBytes) throw new RuleError('FILE.TOO_LARGE', ['size'])
    const target = await deps.files.target(`incoming/plans/${call.newId('plan')}.${type}`)
    await deps.records.put({
      fileId: target.fileId,
      kind: 'plan',
      type,
      size,
      sha256: null,
      ownerKey: planOwnerKey(deps.cipher, timeline.enterpriseId),
      state: 'prepared',
      check: 'unchecked',
      usedBy: null,
      at: call.now,
    })
    return { target }
  }
