import { View } from '@tarojs/components'
import { useState } from 'react'
import { localBarWords as words } from '@/copy/local-bar'
import { clockTime, fullDay } from '@/copy/moment'
import { addDays, beijingDay, beijingInstant } from '@/domain/calendar/day'
import { ActionButton } from '@/src/components/tap/action-button'
import { DateField } from '@/src/components/ask/field/date-field'
import type { Demonstration } from '../use-demonstration'

const steps = [1, 7, 30]
/** Jumps land in the morning, when an office opens. */
const morning = 9

export function ClockPanel({ demonstration }: { demonstration: Demonstration }) {
  const { now, busy, jump } = demonstration
  const [day, setDay] = useState('')
  if (now === null) return null
  const today = beijingDay(now)
  const to = (target: string) => void jump(beijingInstant(target, morning))
  return (
    <View>
      <View className="head">{`${fullDay(today)} ${clockTime(now)}`}</View>
      <View className="sub mb3">{words.clockLine}</View>
      <View className="two">
        {steps.map((days) => (
          <ActionButton
            key={days}
            small
            kind="outlined"
            busy={busy}
            text={words.days(days)}
            onTap={() => to(addDays(today, days))}
          />
        ))}
      </View>
      <View className="mt4 mb3">
        <DateField
          label={words.until}
          value={day}
          shown={day && fullDay(day)}
          placeholder={words.until}
          from={addDays(today, 1)}
          onChange={setDay}
        />
      </View>
      <ActionButton
        busy={busy}
        text={busy ? words.jumping : words.go}
        blocked={day ? null : words.until}
        onTap={() => to(day)}
      />
    </View>
  )
}
