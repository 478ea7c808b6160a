import { View } from '@tarojs/components'
import { fullDay } from '@/copy/moment'
import { negotiationWords as words } from '@/copy/negotiation'
import { beijingDay, type IsoDay } from '@/domain/calendar/day'
import { Card } from '@/src/components/show/card'
import { DateField } from '@/src/components/ask/field/date-field'
import { serverNow } from '@/src/platform/clock'

interface MeasureDatesProps {
  label: string
  measures: readonly { readonly id: string; readonly text: string }[]
  /** In the order of `measures`; empty where none is chosen. */
  dates: readonly { readonly on: IsoDay | '' }[]
  until: IsoDay | null
  onChange: (measureId: string, on: IsoDay) => void
}

/** A day for each measure, not before today and not after the deadline. */
export function MeasureDates({ label, measures, dates, until, onChange }: MeasureDatesProps) {
  return (
    <View>
      {measures.map(({ id, text }, place) => {
        const on = dates[place]?.on ?? ''
        return (
          <Card key={id}>
            <View className="name mb2">{`${place + 1}. ${text}`}</View>
            <DateField
              label={label}
              value={on}
              shown={on ? fullDay(on) : ''}
              placeholder={words.chooseDate}
              from={beijingDay(serverNow())}
              {...(until && { until })}
              onChange={(day) => onChange(id, day)}
            />
          </Card>
        )
      })}
    </View>
  )
}
