import type { Feedback } from '@/domain/feedback/feedback'
import { replaceDesk } from '@/domain/feedback/transitions'
import { systemActor } from '@/domain/organization/actor'
import { RuleError } from '@/domain/refusal'
import { possibleDesks } from './next-desks'
import { factsOf, owedOn, type Parts } from './parts'

type Deps = Pick<Parts, 'feedback' | 'members' | 'people' | 'settings' | 'city'>

const batch = 20

/** To somebody else who may be the desk; stays where nobody is left. */
const handOn = async (
  deps: Deps,
  { id }: Feedback,
  now: number,
  facts: ReturnType<typeof factsOf>,
): Promise<void> => {
  const report = await deps.feedback.find(id)
  if (!report) return
  const { desks: possible } = await possibleDesks(deps, report, systemActor, [])
  const [to] = possible
  if (!to) return
  await deps.feedback.change(id, { actor: systemActor, now }, (feedback) => {
    const next = replaceDesk(feedback, { to, possible }, systemActor, facts)
    return { next, event: 'replaceDesk', changes: {}, obligations: owedOn(deps, facts, next) }
  })
}

/** A report whose named inspector has left the office goes to another desk. */
export const handOnOrphans = async (
  deps: Deps,
  now: number,
  facts: ReturnType<typeof factsOf>,
): Promise<void> => {
  for (let last = ''; ;) {
    const held = await deps.feedback.heldAfter(last, batch)
    const desk = held[0]?.desk
    if (!desk || !('membershipId' in desk)) return
    last = desk.membershipId
    if (await deps.members.isHeld(last)) continue
    for (const report of held)
      await handOn(deps, report, now, facts).catch((error: unknown) => {
        // Changed in the meantime, or no longer to be handed over: the next tick sees.
        if (!(error instanceof RuleError)) throw error
      })
  }
}
