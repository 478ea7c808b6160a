import { useState } from 'react'
import type { ActionOutput } from '@/contract/actions'
import type { IsoDay } from '@/domain/calendar/day'

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

/** A form over the measures: per measure agree or another date. */
export function useReplies(timeline: Timeline) {
  const [replies, setReplies] = useState<Readonly<Record<string, Reply>>>({})
  const replyTo = ({ id }: Measure): Reply => replies[id] ?? { choice: null, on: '' }
  const change = (id: string, part: Partial<Reply>) =>
    setReplies((before) => ({
      ...before,
      [id]: { ...(before[id] ?? { choice: null, on: '' }), ...part },
    }))
  const { measures } = timeline
  const agreed = measures.filter((measure) => replyTo(measure).choice === 'agree').length
  const others = measures.filter((measure) => replyTo(measure).choice === 'other').length
  /** Every measure is answered, and every other date is chosen. */
  const complete = measures.every((measure) => {
    const { choice, on } = replyTo(measure)
    return choice === 'agree' || (choice === 'other' && on !== '')
  })
  const dates = measures.map((measure) => {
    const { choice, on } = replyTo(measure)
    return {
      measureId: measure.id,
      on: choice === 'other' ? on : (offeredOn(timeline, measure) ?? on),
    }
  })
  return { replyTo, change, agreed, others, complete, dates }
}
