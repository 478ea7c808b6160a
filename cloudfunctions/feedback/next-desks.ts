import { type DeskHolder, isAccused, nextDesks } from '@/domain/feedback/desk'
import type { Feedback, FeedbackDesk } from '@/domain/feedback/feedback'
import type { Actor } from '@/domain/organization/actor'
import { regionPath } from '@/domain/organization/region-path'
import type { UnitId } from '@/domain/organization/unit'
import type { Parts } from './parts'

type Holder = DeskHolder & { readonly name: string | null }

/** Present holders of the roles that may become a report's desk, in its place and above it. */
export const possibleDesks = async (
  { members, people, city }: Pick<Parts, 'members' | 'people' | 'city'>,
  feedback: Feedback,
  actor: Actor,
  accused: readonly UnitId[],
): Promise<{ readonly desks: FeedbackDesk[]; readonly holders: Holder[] }> => {
  const regions = regionPath(feedback.regionCode ?? city)
  const found = await members.holdersOf(['intake', 'inspector', 'cityLeader'], regions)
  const units = await people.unitsOf(found.map(({ personId }) => personId))
  const holders = found.map((holder) => ({
    ...holder,
    belongsTo: units.get(holder.personId) ?? [holder.unitId],
  }))
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
    const { role, regionCode } = holder
    const isFree = !isAccused(holder, { accusedUnitIds: accused })
    return role === 'intake' && regionCode === desk.regionCode && isFree
  })
