import { correctionWords as words } from '@/copy/correction'
import type { StaffTask } from './staff-task'

/** A place of the list as the page shows it; the server says which may be corrected (`correctablePlaces`). */
export interface CorrectablePlace {
  readonly value: string
  readonly text: string
  /** What stands there now. */
  readonly now: string
  /** The day that a date means; null for words. */
  readonly on: string | null
}

type Dated = StaffTask['deadline']

const isPlain = ({ kinds }: Dated): boolean => kinds.length === 1 && kinds[0] === 'fixed'

const wordsOf = ({ number, problem, goals, measures }: StaffTask): CorrectablePlace[] => {
  const plain = { on: null }
  return [
    { ...plain, value: 'number', text: words.number, now: number },
    { ...plain, value: 'problem', text: words.problem, now: problem },
    ...goals.map((now, nth) => ({
      ...plain,
      ...{ value: `goal.${nth}`, text: words.goal(nth + 1), now },
    })),
    ...measures.map(({ text: now }, nth) => ({
      ...plain,
      ...{ value: `measure.${nth}`, text: words.measure(nth + 1), now },
    })),
  ]
}

const datesOf = ({ deadline, dueOn, measures, extensions }: StaffTask): CorrectablePlace[] => {
  // A day that somebody asked to move, or that was given anew, has a record of its own.
  if (extensions.length > 0) return []
  const dated = (value: string, text: string, of: Dated) => ({
    ...{ value, text, now: of.text, on: of.countedOn ?? '' },
  })
  return [
    ...(isPlain(deadline) && deadline.countedOn === dueOn
      ? [dated('due', words.due, deadline)]
      : []),
    ...measures.flatMap(({ deadline: own }, nth) =>
      own && isPlain(own) ? [dated(`due.${nth}`, words.dueOf(nth + 1), own)] : [],
    ),
  ]
}

export const correctablePlaces = (task: StaffTask): CorrectablePlace[] => [
  ...wordsOf(task),
  ...datesOf(task),
]
