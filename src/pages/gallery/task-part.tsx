import { View } from '@tarojs/components'
import { useState } from 'react'
import { gallery as g } from '@/copy/gallery'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { ChoicePair, ReasonOptions } from '@/src/components/ask/choice'
import { ManyOptions } from '@/src/components/ask/choice/many-options'
import { NoteBlock } from '@/src/components/show/note-block'
import { NoticeBlock } from '@/src/components/show/notice-block'
import { ProgressBar } from '@/src/components/show/progress'
import { ProgressSlider } from '@/src/components/show/progress/progress-slider'
import { FactRow } from '@/src/components/show/row/fact-row'
import { StateChip } from '@/src/components/show/state-chip'
import { TextLink } from '@/src/components/tap/text-link'
import { TwoDates } from '@/src/components/ask/two-dates'

const nothing = () => undefined

/** A task with its notice, dates and share done. */
export function TaskPart() {
  const [choice, setChoice] = useState<'agree' | 'counter' | null>('counter')
  const [share, setShare] = useState(48)
  const [reason, setReason] = useState<string | null>('0')
  const [many, setMany] = useState<readonly string[]>(['0', '1'])
  return (
    <>
      <StateChip tone="amber" shape="sand" word={g.words.notice} />
      <View className="title mt3">{g.plant}</View>
      <Card rows className="mt4">
        <FactRow name={g.facts.who} value={g.townGov} />
        <FactRow name={g.facts.until} value={g.facts.day} />
        <FactRow
          name={g.facts.phone}
          value={g.facts.number}
          right={<TextLink lead="phone" text={g.facts.call} onTap={nothing} />}
        />
      </Card>
      <View className="mt4">
        <NoticeBlock
          title={g.notice.title}
          before={g.notice.before}
          number={4}
          after={g.notice.after}
          line={g.notice.line}
          cells={{ total: 10, past: 6 }}
          action={<ActionButton text={g.notice.action} onTap={nothing} />}
        >
          {g.notice.text}
        </NoticeBlock>
      </View>
      <View className="mt4">
        <NoteBlock icon="scale" tone="green">
          {g.notes.scale}
        </NoteBlock>
      </View>
      <View className="mt4">
        <TwoDates
          title={g.dates.title}
          left={{ label: g.dates.left, value: g.dates.june }}
          right={{ label: g.dates.right, value: g.dates.august, difference: g.dates.later }}
        >
          <View className="mt3 mb4">
            <NoteBlock icon="edit" tone="amber" inside>
              {g.notes.late}
            </NoteBlock>
          </View>
          <ChoicePair
            label={g.dates.label}
            value={choice}
            onChange={setChoice}
            options={[
              { value: 'agree', text: g.dates.agree },
              { value: 'counter', text: g.dates.counter },
            ]}
          />
        </TwoDates>
      </View>
      <Card className="mt3">
        <View className="between">
          <View className="name">{g.monthly.share}</View>
          <View className="num">{share}%</View>
        </View>
        <ProgressSlider
          label={g.monthly.share}
          value={share}
          onChange={setShare}
          due={{ percent: 60, text: g.monthly.due }}
        />
        <View className="name mt4 mb1">{g.monthly.reasonLabel}</View>
        <ReasonOptions
          label={g.monthly.reasonLabel}
          value={reason}
          onChange={setReason}
          options={g.monthly.reasons.map((text, index) => ({ value: String(index), text }))}
        />
        <ManyOptions
          label={g.monthly.reasonLabel}
          values={many}
          onChange={setMany}
          options={g.monthly.reasons.map((text, index) => ({ value: String(index), text }))}
        />
        <View className="hr" />
        <ProgressBar percent={100} label={g.words.done} />
        <View className="mt3">
          <ProgressBar percent={35} tone="blue" label={g.words.onPlan} />
        </View>
      </Card>
      <View className="mt3">
        <NoteBlock icon="alert" tone="red">
          {g.notes.danger}
        </NoteBlock>
      </View>
      <View className="mt3">
        <NoteBlock icon="phone">{g.notes.phone}</NoteBlock>
      </View>
    </>
  )
}
