import type { Feedback } from '@/domain/feedback/feedback'
import { replaceDesk } from '@/domain/feedback/transitions'
import { systemActor } from '@/domain/organization/actor'
import { RuleError } from '@/domain/refusal'
import { possibleDesks } from './next-desks'
import { handledReport } from '../_stores/feedback-thing'
import { systemBy } from '../_stores/system-turns'
import type { Parts } from './parts'

type Deps = Pick<Parts, 'feedback' | 'members' | 'people' | 'writer' | 'city'>

const batch = 20

/** To somebody else who may be the desk; stays where nobody is left. */
const handOn = async (deps: Deps, { id }: Feedback, now: number): Promise<void> => {
  const report = await deps.feedback.find(id)
  if (!report) return
  const { desks: possible } = await possibleDesks(deps, report, systemActor, [])
  const [to] = possible
  if (!to) return
  await deps.writer.write(systemBy(now), (acting) =>
    acting.change(handledReport, id, 'replaceDesk', (feedback, facts) => ({
      next: replaceDesk(feedback, { to, possible }, systemActor, facts),
      changes: {},
    })),
  )
}

/** A report whose named inspector has left the office goes to another desk. */
export const handOnOrphans = async (deps: Deps, now: number): Promise<void> => {
  for (let last = ''; ;) {
    const held = await deps.feedback.heldAfter(last, batch)
    const desk = held[0]?.desk
    if (!desk || !('membershipId' in desk)) return
    last = desk.membershipId
    if (await deps.members.isHeld(last)) continue
    for (const report of held)
      await handOn(deps, report, now).catch((error: unknown) => {
        // Changed in the meantime, or no longer to be handed over: the next tick sees.
        if (!(error instanceof RuleError)) throw error
      })
  }
}
