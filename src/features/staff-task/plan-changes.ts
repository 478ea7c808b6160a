import { fullDay } from '@/copy/moment'
import { planWords as words } from '@/copy/plan'
import { proofWords } from '@/copy/proof'
import type { StaffTask } from './staff-task'

type Plan = NonNullable<StaffTask['assignments'][number]['plan']>
type Measure = Plan['measures'][number]

const milestonesOf = ({ milestones }: Measure): string =>
  milestones
    .map(({ text, dueOn, weight }) => words.milestone(text, fullDay(dueOn), weight))
    .join('；')

const proofOf = ({ proof = [], proofWords: said }: Measure): string => proofWords.line(proof, said)

/** What would be otherwise, one line each: what stands, and what is to come in its place. */
export const planChanges = ({ measures }: StaffTask, before: Plan, after: Plan): string[] => {
  const changed = (name: string, from: string, to: string) =>
    from === to ? [] : [words.changed(name, from || words.nothing, to || words.nothing)]
  return [
    ...changed(words.goals, before.goals, after.goals),
    ...changed(words.person, before.person, after.person),
    ...after.measures.flatMap((measure) => {
      const { measureId, person, dueOn } = measure
      const old = before.measures.find((each) => each.measureId === measureId)
      const name = measures.find(({ id }) => id === measureId)?.text ?? ''
      if (!old) return []
      return [
        ...changed(words.dayOf(name), fullDay(old.dueOn), fullDay(dueOn)),
        ...changed(words.personOf(name), old.person, person),
        ...changed(proofWords.of(name), proofOf(old), proofOf(measure)),
        ...changed(words.milestonesOf(name), milestonesOf(old), milestonesOf(measure)),
      ]
    }),
  ]
}
