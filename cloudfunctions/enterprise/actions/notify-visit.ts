import { notifyVisit as notified } from '@/domain/visit/transitions'
import type { Handler } from '../../_kit/handler'
import { visitThing } from '../../_stores/visit-thing'
import type { Parts } from '../parts'
import { tellFirm } from '../visits/visit-notices'

type Deps = Pick<Parts, 'writer' | 'city'>

const notifying =
  (event: 'notifyVisit' | 'correctVisit') =>
  ({ writer, city }: Deps): Handler<'enterprise.notifyVisit' | 'enterprise.correctVisit'> =>
  ({ visitId, approvalNumber, kind, officers, on }, call) =>
    writer.act(visitThing, call, visitId, event, (visit, facts) => {
      const given = { approvalNumber, kind, officers, on }
      const next = notified(visit, event, given, call.actor, facts)
      return {
        next,
        changes: { approvalNumber, kind, on, certificates: officers.map((one) => one.certificate) },
        tell: tellFirm(next, 'visitNotified', city),
      }
    })

/** 检查通知: the firm reads who comes, by which approval, and what they look at. */
export const notifyVisit = notifying('notifyVisit')

/** Another day, another person, a misread number: as long as nothing is recorded. */
export const correctVisit = notifying('correctVisit')
