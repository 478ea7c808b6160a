import { nextDesks } from '@/domain/feedback/desk'
import type { Feedback, FeedbackDesk } from '@/domain/feedback/feedback'
import type { Actor, Membership } from '@/domain/organization/actor'
import { regionPath } from '@/domain/organization/region-path'
import type { UnitId } from '@/domain/organization/unit'
import type { Parts } from './parts'

type Holder = Membership & { readonly name: string | null }

/** Present holders of the roles that may become a report's desk, in its place and above it. */
export const possibleDesks = async (
  { members, city }: Pick<Parts, 'members' | 'city'>,
  feedback: Feedback,
  actor: Actor,
  accused: readonly UnitId[],
): Promise<{ readonly desks: FeedbackDesk[]; readonly holders: Holder[] }> => {
  const regions = regionPath(feedback.regionCode ?? city)
  const holders = await members.holdersOf(['intake', 'inspector'], regions)
  return { desks: nextDesks(feedback, actor, holders, accused, city), holders }
}

/** Who sits at a desk: a person by name, or the people of a region's intake. */
export const holdersOfDesk = (
  desk: FeedbackDesk,
  holders: readonly Holder[],
  accused: readonly UnitId[],
): Holder[] =>
  holders.filter((holder) => {
    if ('membershipId' in desk) return holder.id === desk.membershipId
    const { role, regionCode, unitId } = holder
    return role === 'intake' && regionCode === desk.regionCode && !accused.includes(unitId)
  })
