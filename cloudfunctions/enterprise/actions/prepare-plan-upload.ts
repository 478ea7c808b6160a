import { refuseIf, RuleError } from '@/domain/refusal'
import { whyNotTimeline } from '@/domain/timeline/workflow'
import { typeOfName } from '../../_files/file-types'
import type { Handler } from '../../_kit/handler'
import { timelineThing } from '../../_stores/timeline-thing'
import type { Parts } from '../parts'
import { planOwnerKey } from '../plan-files'

type Deps = Pick<Parts, 'writer' | 'timelines' | 'uploads' | 'cipher'>

/** Where the enterprise puts a file of its technical plan. It counts once it is sent with a counter-proposal. */
export const preparePlanUpload =
  (deps: Deps): Handler<'enterprise.preparePlanUpload'> =>
  async ({ timelineId, fileName, size }, call) => {
    const timeline = await deps.timelines.find(timelineId)
    if (!timeline) throw new RuleError('THING.NOT_FOUND')
    const facts = deps.writer.factsOf(timelineThing, timeline, call)
    refuseIf(whyNotTimeline(timeline, 'counter', call.actor, facts))
    const fields = { type: 'fileName', size: 'size' }
    const [target] = await deps.uploads.announce(
      [{ kind: 'plan', type: typeOfName(fileName), size, fields }],
      { key: planOwnerKey(deps.cipher, timeline.enterpriseId), at: call.now },
      call,
    )
    return { target: target! }
  }
