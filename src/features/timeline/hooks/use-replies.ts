import type { ActionOutput } from '@/contract/actions'
import type { IsoDay } from '@/domain/calendar/day'
import type { KeptFile } from '@/src/platform/kept-file'
import { useDraft } from '@/src/platform/use-draft'

export type Timeline = ActionOutput<'enterprise.getTimeline'>
type Measure = Timeline['measures'][number]

/** What one side says to one measure: the other side's date, or another one. */
export interface Reply {
  readonly choice: 'agree' | 'other' | null
  readonly on: IsoDay
}

/** The date the caller answers to. */
export const offeredOn = (timeline: Timeline, measure: Measure): IsoDay | null => {
  if (timeline.state === 'mediated') return measure.mediatedOn
  return timeline.side === 'enterprise' ? measure.unitOn : measure.enterpriseOn
}

/** Talks go on; days agreed before bind until both agree anew. */
export const isOpen = ({ state }: Timeline): boolean => state !== 'agreed' && state !== 'ended'

/** Terms that were reopened leave out what was done before: no table of theirs dates it. */
export const isTalkedAbout = ({ unitOn, enterpriseOn, mediatedOn }: Measure): boolean =>
  (unitOn ?? enterpriseOn ?? mediatedOn) !== null

interface RepliesDraft {
  /** The offer that the choices answer to; a newer one asks anew. */
  readonly to: string
  readonly replies: Readonly<Record<string, Reply>>
  readonly reason: string
  readonly plan: string
  readonly files: readonly KeptFile[]
}

const nothingSaid: RepliesDraft = { to: '', replies: {}, reason: '', plan: '', files: [] }
const notChosen: Reply = { choice: null, on: '' }

/**
 * A form over the measures: per measure agree or another date, and why. It is kept through
 * refreshes and reloads; when the other side has made another offer the choices are asked for
 * anew, and the words stay.
 */
export function useReplies(timeline: Timeline) {
  const draft = useDraft(`timeline.${timeline.id}`, nothingSaid)
  const offer = `${timeline.round}${timeline.state}`
  const repliesIn = ({ to, replies }: RepliesDraft) => (to === offer ? replies : {})
  const replies = repliesIn(draft.value)
  const replyTo = ({ id }: Measure): Reply => replies[id] ?? notChosen
  const change = (id: string, part: Partial<Reply>) => {
    const before = repliesIn(draft.read())
    const reply = { ...(before[id] ?? notChosen), ...part }
    draft.change({ to: offer, replies: { ...before, [id]: reply } })
  }
  const measures = timeline.measures.filter(isTalkedAbout)
  const isChosen = (measure: Measure) => {
    const { choice, on } = replyTo(measure)
    return choice === 'agree' || (choice === 'other' && on !== '')
  }
  const count = (choice: Reply['choice']) =>
    measures.filter((measure) => replyTo(measure).choice === choice).length
  const dates = measures.map((measure) => {
    const { choice, on } = replyTo(measure)
    return {
      measureId: measure.id,
      on: choice === 'other' ? on : (offeredOn(timeline, measure) ?? on),
    }
  })
  return {
    draft,
    replyTo,
    change,
    agreed: count('agree'),
    others: count('other'),
    open: count(null),
    /** Every measure is answered, and every other date is chosen. */
    complete: measures.every(isChosen),
    dates,
    /** The choices were about an offer that is no longer the one. */
    outdated: draft.value.to !== '' && draft.value.to !== offer,
  }
}
