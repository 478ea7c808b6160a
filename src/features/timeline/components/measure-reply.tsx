import { View } from '@tarojs/components'
import { fullDay, dayFrom } from '@/copy/moment'
import { negotiationWords as words } from '@/copy/negotiation'
import { daysBetween, type IsoDay } from '@/domain/calendar/day'
import { ChoicePair } from '@/src/components/ask/choice'
import { DateField } from '@/src/components/ask/field/date-field'
import { TwoDates } from '@/src/components/ask/two-dates'
import { isOpen, offeredOn, type Reply, type Timeline } from '../hooks/use-replies'

interface MeasureReplyProps {
  timeline: Timeline
  measure: Timeline['measures'][number]
  place: number
  today: IsoDay
  reply: Reply
  onChange: ((part: Partial<Reply>) => void) | null
}

const options = [
  { value: 'agree', text: words.agree },
  { value: 'other', text: words.other },
] as const

/** One measure: their date, ours, only a difference coloured; then agree or another one. */
export function MeasureReply(props: MeasureReplyProps) {
  const { timeline, measure, place, today, reply, onChange } = props
  const left = shownLeft(timeline, measure, today)
  return (
    <TwoDates
      title={`${place + 1}. ${measure.text}`}
      left={left}
      right={shownRight(timeline, measure, reply, today, onChange !== null)}
    >
      {measure.agreedOn && isOpen(timeline) && (
        <View className="sub mt2">{words.stillBinds(measure.agreedOn, today)}</View>
      )}
      {onChange && (
        <View className="mt3">
          <ChoicePair
            label={measure.text}
            options={options}
            value={reply.choice}
            onChange={(choice) => onChange({ choice })}
          />
          {reply.choice === 'other' && (
            <View className="mt3">
              <DateField
                label={words.otherDate}
                value={reply.on}
                shown={reply.on ? fullDay(reply.on) : ''}
                placeholder={words.chooseDate}
                from={today}
                {...(timeline.latestOn && { until: timeline.latestOn })}
                onChange={(on) => onChange({ on })}
              />
            </View>
          )}
        </View>
      )}
    </TwoDates>
  )
}

const dayWords = (on: IsoDay | null, today: IsoDay) => (on ? dayFrom(today, on) : words.notYet)

type Side = { label: string; value: string; difference?: string }

const shownLeft = (
  { state, side }: Timeline,
  measure: Timeline['measures'][number],
  today: IsoDay,
): Side => {
  if (state === 'agreed' && measure.agreedOn)
    return { label: words.agreed, value: dayWords(measure.agreedOn, today) }
  if (measure.mediatedOn)
    return { label: words.mediated, value: dayWords(measure.mediatedOn, today) }
  return {
    label: side === 'unit' ? words.enterpriseProposes : words.unitProposes,
    value: dayWords(side === 'unit' ? measure.enterpriseOn : measure.unitOn, today),
  }
}

const shownRight = (
  timeline: Timeline,
  measure: Timeline['measures'][number],
  reply: Reply,
  today: IsoDay,
  answering: boolean,
): Side => {
  const label = timeline.side === 'coordinator' ? words.enterpriseProposes : words.weSay
  if (answering && reply.choice === 'agree') return { label, value: words.same }
  if (answering && reply.choice === 'other' && reply.on) {
    const offered = offeredOn(timeline, measure)
    const days = offered ? daysBetween(offered, reply.on) : 0
    return {
      label,
      value: dayWords(reply.on, today),
      ...(days !== 0 && { difference: words.later(days) }),
    }
  }
  const ours = timeline.side === 'unit' ? measure.unitOn : measure.enterpriseOn
  // Who took the other side's day offered none, and agreed all the same.
  if (!ours && timeline.state === 'agreed' && measure.agreedOn) return { label, value: words.same }
  const days = timeline.side === 'unit' ? 0 : measure.laterByDays
  if (ours && days === 0 && timeline.side === 'enterprise') return { label, value: words.same }
  return {
    label,
    value: dayWords(ours, today),
    ...(days !== 0 && ours && { difference: words.later(days) }),
  }
}
