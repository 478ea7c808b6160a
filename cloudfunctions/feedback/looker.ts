import { isAccused } from '@/domain/feedback/desk'
import type { Feedback, Looker } from '@/domain/feedback/feedback'
import { answerersOf } from '@/domain/feedback/parties'
import { regionPath } from '@/domain/organization/region-path'
import { isUnitRole } from '@/domain/organization/scope'
import type { UnitId } from '@/domain/organization/unit'
import type { Parts } from './parts'

type Deps = Pick<Parts, 'members' | 'people' | 'city'>

/**
 * 换人再查: who there is for it now. Another person of the unit; where it has nobody else an
 * inspector of the place, who is not of an accused unit; else nobody, and the office finds a unit.
 */
export const lookerFor = async (
  { members, people, city }: Deps,
  feedback: Feedback,
  unitId: UnitId | null,
): Promise<Looker> => {
  const answered = answerersOf(feedback)
  const isOther = ({ personId }: { readonly personId: string }) => !answered.includes(personId)
  if (unitId !== null && !feedback.accusedUnitIds.includes(unitId)) {
    const { items } = await members.ofUnit(unitId)
    if (items.some((member) => isUnitRole(member.role) && isOther(member))) return 'unit'
  }
  const inspectors = await members.holdersOf(['inspector'], regionPath(feedback.regionCode ?? city))
  const others = inspectors.filter(isOther)
  const units = await people.unitsOf(others.map(({ personId }) => personId))
  const mayLook = others.some(
    ({ personId, unitId: own }) =>
      !isAccused({ belongsTo: units.get(personId) ?? [own] }, feedback),
  )
  return mayLook ? 'inspector' : 'nobody'
}
