import { maxMilestoneWords, maxMilestones } from '@/contract/task/limits'
import { View } from '@tarojs/components'
import { fullDay } from '@/copy/moment'
import { planWords as words } from '@/copy/plan'
import { beijingDay } from '@/domain/calendar/day'
import { DateField } from '@/src/components/ask/field/date-field'
import { TextField } from '@/src/components/ask/field/text-field'
import { TextLink } from '@/src/components/tap/text-link'
import { serverNow } from '@/src/platform/clock'
import type { TypedMilestone } from '../hooks/use-plan'

/** As many as a plan may have of one measure. */

const sumOf = (milestones: readonly TypedMilestone[]): number =>
  milestones.reduce((sum, { weight }) => sum + weight, 0)

/** Why the plan cannot be sent with these, or null; `nth` counts the measures from 1. */
export const whyNotMilestones = (
  milestones: readonly TypedMilestone[],
  nth: number,
): string | null => {
  if (milestones.length === 0) return null
  const isWhole = ({ text, dueOn, weight }: TypedMilestone) => text.trim() && dueOn && weight > 0
  if (!milestones.every(isWhole)) return words.milestoneMissing(nth)
  const sum = sumOf(milestones)
  return sum === 100 ? null : words.milestoneWrong(nth, sum)
}

interface PlanMilestonesProps {
  milestones: readonly TypedMilestone[]
  /** The day of the measure: none lies after it. */
  until: string
  isDone: (id: string) => boolean
  onChange: (milestones: readonly TypedMilestone[]) => void
}

/** 节点 of one measure: written, changed, taken out; one that was said done stays as it is. */
export function PlanMilestones({ milestones, until, isDone, onChange }: PlanMilestonesProps) {
  const put = (key: string, part: Partial<TypedMilestone>) =>
    onChange(milestones.map((each) => (each.key === key ? { ...each, ...part } : each)))
  const add = () => {
    const taken = milestones.map(({ key }) => Number(/^new(\d+)$/.exec(key)?.[1] ?? 0))
    const key = `new${Math.max(0, ...taken) + 1}`
    const weight = Math.max(0, 100 - sumOf(milestones))
    onChange([...milestones, { key, text: '', dueOn: until, weight }])
  }
  return (
    <View className="mt3">
      <View className="name">{words.milestones}</View>
      <View className="sub mb2">{words.milestonesLine}</View>
      {milestones.map((each, place) =>
        each.id !== undefined && isDone(each.id) ? (
          <View key={each.key} className="mb3">
            {words.milestoneDone(each.text, fullDay(each.dueOn), each.weight)}
          </View>
        ) : (
          <PlanMilestone
            key={each.key}
            nth={place + 1}
            milestone={each}
            until={until}
            onChange={(part) => put(each.key, part)}
            onDrop={() => onChange(milestones.filter(({ key }) => key !== each.key))}
          />
        ),
      )}
      {milestones.length > 0 && (
        <View className="sub mb2" role="status">
          {words.milestoneSum(sumOf(milestones))}
        </View>
      )}
      {milestones.length < maxMilestones && (
        <TextLink lead="plus" text={words.addMilestone} onTap={add} />
      )}
    </View>
  )
}

interface PlanMilestoneProps {
  nth: number
  milestone: TypedMilestone
  until: string
  onChange: (part: Partial<TypedMilestone>) => void
  onDrop: () => void
}

function PlanMilestone({ nth, milestone, until, onChange, onDrop }: PlanMilestoneProps) {
  const { text, dueOn, weight } = milestone
  return (
    <View className="mb3">
      <TextField
        label={words.milestoneName(nth)}
        initial={text}
        max={maxMilestoneWords}
        onInput={(typed) => onChange({ text: typed })}
      />
      <DateField
        label={words.milestoneDay(nth)}
        value={dueOn}
        shown={dueOn ? fullDay(dueOn) : ''}
        placeholder={words.milestoneDay(nth)}
        from={beijingDay(serverNow())}
        {...(until && { until })}
        onChange={(day) => onChange({ dueOn: day })}
      />
      <TextField
        label={words.milestoneWeight(nth)}
        initial={weight ? String(weight) : ''}
        kind="number"
        max={3}
        onInput={(typed) => onChange({ weight: Math.trunc(Number(typed)) || 0 })}
      />
      <TextLink lead="x" text={words.dropMilestone(nth)} onTap={onDrop} />
    </View>
  )
}
