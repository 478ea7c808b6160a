import { View } from '@tarojs/components'
import { fullDay } from '@/copy/moment'
import { reviewWords as words } from '@/copy/import-review'
import { isIsoDay } from '@/domain/calendar/day'
import { DateField } from '@/src/components/ask/field/date-field'
import { TextLink } from '@/src/components/tap/text-link'

interface DaysFieldProps {
  /** ISO days; an empty one is not chosen yet. */
  days: readonly string[]
  onChange: (days: readonly string[]) => void
}

const most = 12

/** One day, or several where a list sets stages. */
export function DaysField({ days, onChange }: DaysFieldProps) {
  const shown = days.length === 0 ? [''] : days
  return (
    <View>
      {shown.map((day, place) => (
        <DateField
          key={place}
          label={words.date(place)}
          value={day}
          shown={isIsoDay(day) ? fullDay(day) : ''}
          placeholder={words.chooseDate}
          onChange={(value) => onChange(shown.map((each, at) => (at === place ? value : each)))}
        />
      ))}
      {shown.length < most && shown.every(isIsoDay) && (
        <TextLink lead="plus" text={words.addDate} onTap={() => onChange([...shown, ''])} />
      )}
    </View>
  )
}
