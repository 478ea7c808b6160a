import { maxDecided } from '@/contract/documents/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { reviewWords as words } from '@/copy/import-review'
import { isIsoDay } from '@/domain/calendar/day'
import { ActionButton } from '@/src/components/tap/action-button'
import { TextField } from '@/src/components/ask/field/text-field'
import { DaysField } from './days-field'

interface OtherValueProps {
  asksDays: boolean
  initial: string
  /** What is typed, kept while it is not taken. */
  onType: (value: string) => void
  onTake: (value: string) => void
}

const between = '、'

/** 另填: days by the calendar, anything else in words. */
export function OtherValue({ asksDays, initial, onType, onTake }: OtherValueProps) {
  const [typed, setTyped] = useState(initial)
  const change = (value: string) => {
    setTyped(value)
    onType(value)
  }
  const days = typed === '' ? [] : typed.split(between)
  const chosen = days.filter(isIsoDay)
  const value = asksDays ? chosen.join(between) : typed.trim()
  const complete = asksDays ? chosen.length > 0 && chosen.length === days.length : value !== ''
  return (
    <View className="mt3">
      {asksDays ? (
        <DaysField days={days} onChange={(next) => change(next.join(between))} />
      ) : (
        <TextField label={words.value} initial={initial} max={maxDecided} onInput={change} />
      )}
      <View className="mt3">
        <ActionButton
          kind="outlined"
          small
          text={words.take}
          blocked={complete ? null : words.needValue}
          onTap={() => onTake(value)}
        />
      </View>
    </View>
  )
}
