import { maxSourceLine } from '@/contract/task/limits'
import { View } from '@tarojs/components'
import { correctionWords as words } from '@/copy/correction'
import { fullDay } from '@/copy/moment'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import type { Acting } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { RadioList } from '@/src/components/ask/choice/radio-list'
import { DateField } from '@/src/components/ask/field/date-field'
import { Row } from '@/src/components/show/row'
import { Sheet } from '@/src/components/frame/sheet'
import { type Draft, useDraft } from '@/src/platform/use-draft'
import { type NamedPlace, placesOf } from '../correctable'
import type { StaffTask } from '../staff-task'

const nothing = { place: '', text: '', on: '', sourceLine: '' }
const mostOf = (place: string): number => (place === 'number' ? 40 : 4000)

const blockOf = (typed: typeof nothing, chosen: NamedPlace | undefined): string | null => {
  const { place, text, on, sourceLine } = typed
  const isSame = text.trim() === chosen?.words && on === (chosen.on ?? '')
  return blockedBy(
    !chosen && words.placeNeeded,
    !text.trim() && words.textNeeded,
    tooLong(text, mostOf(place)),
    chosen?.on != null && !on && words.onNeeded,
    isSame && words.same,
    !sourceLine.trim() && words.sourceNeeded,
    tooLong(sourceLine, maxSourceLine),
  )
}

/** 改正误读: one place, what the list prints there, and the line by which it is known. */
export function CorrectTextSheet({ task, act }: { task: StaffTask; act: Acting }) {
  const draft = useDraft(`correctText.${task.id}`, nothing)
  const places = placesOf(task)
  const chosen = places.find(({ place }) => place === draft.value.place)
  const send = () => {
    const { place, text, on, sourceLine } = draft.read()
    const said = { place, text: text.trim(), on: on || null, sourceLine: sourceLine.trim() }
    const input = { taskId: task.id, ...said }
    return act.run(deed('task.correctText', input, { told: words.done }), draft)
  }
  return (
    <Sheet
      open
      title={words.title}
      onClose={act.close}
      foot={
        <ActionButton
          text={words.send}
          busy={act.busy}
          blocked={blockOf(draft.value, chosen)}
          onTap={() => void send()}
        />
      }
    >
      <RefusalNote text={act.refusal} />
      <RestoredNote draft={draft} />
      <View className="sub mb3">{words.line}</View>
      {chosen ? (
        <Row
          name={chosen.name}
          line={chosen.words}
          value={words.elsewhere}
          onTap={() => draft.change({ place: '' })}
        />
      ) : (
        <RadioList
          label={words.place}
          options={places.map(({ place, name, words: line }) => ({
            value: place,
            text: name,
            line,
          }))}
          value={null}
          onChange={(place) => {
            const { words: text = '', on = null } =
              places.find((each) => each.place === place) ?? {}
            draft.change({ place, text, on: on ?? '' })
          }}
        />
      )}
      {chosen && <Correction key={chosen.place} draft={draft} isDated={chosen.on !== null} />}
    </Sheet>
  )
}

function Correction({ draft, isDated }: { draft: Draft<typeof nothing>; isDated: boolean }) {
  const { place, text, on, sourceLine } = draft.value
  return (
    <View className="mt3">
      <View className="name mb2">{words.text}</View>
      <DraftBox
        draft={draft}
        label={words.text}
        text={text}
        max={mostOf(place)}
        onInput={(typed) => draft.change({ text: typed })}
      />
      {isDated && (
        <View className="mt3">
          <DateField
            label={words.on}
            value={on}
            shown={on && fullDay(on)}
            placeholder={words.choose}
            onChange={(day) => draft.change({ on: day })}
          />
        </View>
      )}
      <View className="name mt3 mb2">{words.sourceLine}</View>
      <DraftBox
        draft={draft}
        label={words.sourceLine}
        text={sourceLine}
        max={maxSourceLine}
        height={72}
        onInput={(typed) => draft.change({ sourceLine: typed })}
      />
    </View>
  )
}
