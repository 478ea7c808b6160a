import { View } from '@tarojs/components'
import { closingLevelNames } from '@/copy/chain'
import { roundFormWords as words, roundKindNames, roundLevelNames } from '@/copy/rounds'
import { beijingDay } from '@/domain/calendar/day'
import { maxRoundName, roundKinds, roundLevels } from '@/domain/import/round'
import { closingLevels } from '@/domain/task/acceptance'
import { ChoicePair, ReasonOptions } from '@/src/components/ask/choice'
import { RadioList } from '@/src/components/ask/choice/radio-list'
import { DateField } from '@/src/components/ask/field/date-field'
import { TextField } from '@/src/components/ask/field/text-field'
import { SectionHead } from '@/src/components/frame/section-head'
import { ChainLevels } from '@/src/features/office/chain-levels'
import { serverNow } from '@/src/platform/clock'
import type { RoundForm } from '../hooks/use-round-form'

interface RoundFieldsProps {
  form: RoundForm
  isNew: boolean
}

export function RoundFields({ form: { draft, expected }, isNew }: RoundFieldsProps) {
  const { value, change } = draft
  return (
    <View>
      {isNew ? (
        <TextField
          key={`name${draft.generation}`}
          label={words.name}
          initial={value.name}
          placeholder={words.namePlaceholder}
          hint={words.nameHint}
          max={maxRoundName}
          onInput={(name) => change({ name })}
        />
      ) : (
        <View>
          <View className="title mb2">{value.name}</View>
          <View className="sub">{words.line}</View>
        </View>
      )}
      <SectionHead text={words.level} />
      <ChoicePair
        label={words.level}
        options={roundLevels.map((level) => ({ value: level, text: roundLevelNames[level] }))}
        value={value.level}
        onChange={(level) => change({ level })}
      />
      <SectionHead text={words.kind} />
      <ReasonOptions
        label={words.kind}
        options={roundKinds.map((kind) => ({ value: kind, text: roundKindNames[kind] }))}
        value={value.kind}
        onChange={(kind) => change({ kind })}
      />
      <View className="mt4">
        <DateField
          label={words.feedbackOn}
          value={value.feedbackOn}
          shown={value.feedbackOn && words.shown(value.feedbackOn)}
          placeholder={words.choose}
          until={beijingDay(serverNow())}
          onChange={(feedbackOn) => change({ feedbackOn })}
        />
      </View>
      <View className="mt4">
        <DateField
          label={words.planHandedIn}
          value={value.planHandedInOn}
          shown={value.planHandedInOn && words.shown(value.planHandedInOn)}
          placeholder={words.choose}
          until={beijingDay(serverNow())}
          onChange={(planHandedInOn) => change({ planHandedInOn })}
        />
      </View>
      <View className="mt4">
        <TextField
          key={`expected${draft.generation}`}
          label={words.expected}
          initial={value.expected}
          kind="number"
          max={4}
          hint={words.expectedHint}
          error={expected === undefined ? words.expectedWrong : null}
          onInput={(typed) => change({ expected: typed })}
        />
      </View>
      <SectionHead text={words.noticeFirst} />
      <ChoicePair
        label={words.noticeFirst}
        options={[
          { value: 'no', text: words.noticeFirstNo },
          { value: 'yes', text: words.noticeFirstYes },
        ]}
        value={value.noticeFirst ? 'yes' : 'no'}
        onChange={(said) => change({ noticeFirst: said === 'yes' })}
      />
      <SectionHead text={words.chain} />
      <View className="sub mb2">{words.chainLine}</View>
      <ChainLevels draft={draft} />
      <SectionHead text={words.closing} />
      <RadioList
        label={words.closing}
        options={closingLevels.map((level) => ({ value: level, text: closingLevelNames[level] }))}
        value={value.closingLevel}
        onChange={(closingLevel) => change({ closingLevel })}
      />
    </View>
  )
}
