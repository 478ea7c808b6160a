import type { IsoDay } from './calendar/day'
import { type Shown, whyUnproven } from './proof'
import type { Need } from './workflow'

/** Whether somebody wrote something: spaces are nothing. */
export const isFilled = (text: string | null | undefined): boolean => (text ?? '').trim() !== ''

/** What comes with the word that something is done, or with taking that word back. */
export interface DoneSaid extends Shown {
  /** The day on which it was done. */
  readonly on?: IsoDay
  readonly words?: string
  readonly reason?: string
}

interface DoneFacts {
  readonly given?: DoneSaid
  readonly today: IsoDay
}

/**
 * What whoever says a thing done must bring, be it a unit of its part or a firm of its node; asked
 * only once something is brought, since without it the question is what may be done next.
 */
export const doneNeeds = {
  dayNotAhead: (_thing, { given, today }) =>
    given === undefined || (isFilled(given.on) && given.on! <= today)
      ? null
      : { code: 'TASK.DATE_AHEAD', fields: ['on'] },
  words: (_thing, { given }) =>
    given === undefined || isFilled(given.words)
      ? null
      : { code: 'TASK.WORDS_REQUIRED', fields: ['words'] },
  proof: (_thing, { given }) => (given === undefined ? null : whyUnproven(given, [])),
  reason: (_thing, { given }) =>
    given === undefined || isFilled(given.reason)
      ? null
      : { code: 'TASK.REASON_REQUIRED', fields: ['reason'] },
} as const satisfies Record<string, Need<unknown, DoneFacts>>
