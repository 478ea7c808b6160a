import { View } from '@tarojs/components'
import { fieldName, readingText, reviewWords as words } from '@/copy/import-review'
import { RadioList } from '@/src/components/ask/choice/radio-list'
import { useShell } from '@/src/components/frame/page-shell/shell-context'
import { TextLink } from '@/src/components/tap/text-link'
import { UnsureField } from '@/src/components/ask/unsure-field'
import type { UnsurePlace } from '../review/places'
import { OtherValue } from './other-value'

export interface PlaceFieldProps {
  place: UnsurePlace
  /** Takes the keys 1 2 3 now. */
  current: boolean
  /** Decided before and not being changed: one line with 改. */
  folded: boolean
  /** 另填 is open. */
  other: boolean
  /** Shows the keyboard's keys. */
  keys: boolean
  readOnly: boolean
  typed: string
  onType: (value: string) => void
  onUnfold: () => void
  onOther: () => void
  onDecide: (value: string) => void
}

const otherKey = 'other'
const emptyKey = 'empty'

/** The choices of a place in the order of the keys. */
export const choicesOf = ({ unsure: { proposed } }: UnsurePlace) => [
  ...proposed.map((_, at) => String(at)),
  otherKey,
  emptyKey,
]

/** What choosing one of them does. */
export const chooseAt = (
  place: UnsurePlace,
  choice: string,
  onDecide: (value: string) => void,
  onOther: () => void,
) => {
  if (choice === otherKey) onOther()
  else onDecide(choice === emptyKey ? '' : (place.unsure.proposed[Number(choice)] ?? ''))
}

const chosenOf = ({ unsure: { proposed, decided } }: UnsurePlace, other: boolean) => {
  if (other) return otherKey
  if (decided === null) return null
  if (decided === '') return emptyKey
  const at = proposed.indexOf(decided)
  return at < 0 ? otherKey : String(at)
}

const decidedText = (decided: string) => (decided ? words.decidedAs(decided) : words.leftEmpty)

const textOf = ({ unsure, asksDays }: UnsurePlace, choice: string) => {
  if (choice === emptyKey) return words.leaveEmpty
  if (choice !== otherKey) return readingText(unsure.proposed[Number(choice)] ?? '')
  const { decided, proposed } = unsure
  if (decided && !proposed.includes(decided)) return words.other(decided)
  return asksDays ? words.otherDate : words.otherValue
}

/** One unsure place: its proposed readings, 另填, 先空着. */
export function PlaceField(props: PlaceFieldProps) {
  const { place, current, folded, other, keys, readOnly, typed } = props
  const { no, unsure, printed } = place
  const { elder } = useShell()
  const name = fieldName(unsure.field)
  if (folded && unsure.decided !== null)
    return (
      <UnsureField
        no={no}
        name={name}
        decided
        reason={decidedText(unsure.decided)}
        right={
          !readOnly && (
            <TextLink text={words.change} label={`${words.change}${name}`} onTap={props.onUnfold} />
          )
        }
      />
    )
  const choices = choicesOf(place)
  return (
    <UnsureField no={no} name={name} reason={words.reason(printed, unsure.reason)}>
      <RadioList
        label={name}
        pairs={unsure.proposed.length === 2}
        value={chosenOf(place, other)}
        onChange={(choice) => chooseAt(place, choice, props.onDecide, props.onOther)}
        options={choices.map((choice, at) => ({
          value: choice,
          text: textOf(place, choice),
          // Beside the date where both fit, under it in large type.
          ...(at === 0 &&
            unsure.proposed.length === 1 && { [elder ? 'line' : 'hint']: words.suggested }),
          ...(keys && current && { key: String(at + 1) }),
        }))}
      />
      {other && (
        <View className="import-place__other">
          <OtherValue
            asksDays={place.asksDays}
            initial={typed || (unsure.decided ?? '')}
            onType={props.onType}
            onTake={props.onDecide}
          />
        </View>
      )}
    </UnsureField>
  )
}
