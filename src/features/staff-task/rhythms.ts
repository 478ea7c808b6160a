import type { StaffTask } from './staff-task'

/** A duty whose rhythm the office decides. */
export interface Rhythm {
  /** The measure's id; empty for the duty of the whole. */
  readonly about: string
  readonly text: string | null
  readonly everyMonths: number
  readonly nextOn: string | null
}

export const rhythmsOf = ({ deadline, measures }: StaffTask): Rhythm[] =>
  [{ id: '', text: null, deadline }, ...measures].flatMap((duty) => {
    const { rhythmOpen = false, everyMonths = null, nextOn = null } = duty.deadline ?? {}
    if (!rhythmOpen || everyMonths === null || nextOn === null) return []
    return [{ about: duty.id, text: duty.text, everyMonths, nextOn }]
  })
