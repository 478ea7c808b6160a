import type { Deadline } from './deadline'
import type { RectificationTask } from './task'

type Read = Pick<RectificationTask, 'goals' | 'measures' | 'deadline' | 'extensions'>

/** One date in print and nothing counted from it: whatever was extended or entered has its own record. */
const isPlain = ({ kinds, extendedTo, reopenedTo }: Deadline): boolean =>
  kinds.length === 1 && kinds[0] === 'fixed' && !extendedTo && !reopenedTo

const nthOf = (name: string, all: readonly unknown[]): string[] =>
  all.map((_, nth) => `${name}.${nth}`)

/**
 * What of a list may turn out to have been misread: its number, 反馈问题, a goal, a measure, and dates
 * that nobody has asked to move, of the whole (`due`) or of a measure (`due.0`).
 */
export const correctablePlaces = ({ goals, measures, deadline, extensions }: Read): string[] => [
  ...['number', 'problem', ...nthOf('goal', goals), ...nthOf('measure', measures)],
  ...(extensions.length > 0
    ? []
    : [
        ...(isPlain(deadline) ? ['due'] : []),
        ...measures.flatMap((measure, nth) =>
          measure.deadline && isPlain(measure.deadline) ? [`due.${nth}`] : [],
        ),
      ]),
]

/** What stands at a place, in the words of the list. */
export const wordsAt = (
  {
    number,
    problem,
    goals,
    measures,
    deadline,
  }: Read & Pick<RectificationTask, 'number' | 'problem'>,
  place: string,
): string => {
  const [name, at] = place.split('.')
  const nth = Number(at)
  if (name === 'number') return number
  if (name === 'problem') return problem
  if (name === 'goal') return goals[nth] ?? ''
  if (name === 'measure') return measures[nth]?.text ?? ''
  return (at === undefined ? deadline : measures[nth]?.deadline)?.text ?? ''
}
