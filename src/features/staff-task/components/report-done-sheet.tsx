import { View } from '@tarojs/components'
import { fullDay } from '@/copy/moment'
import { partWords as words } from '@/copy/task-parts'
import { beijingDay } from '@/domain/calendar/day'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import type { Acting } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/action-button'
import { DateField } from '@/src/components/field/date-field'
import { TextField } from '@/src/components/field/text-field'
import { NoteBlock } from '@/src/components/note-block'
import { Sheet } from '@/src/components/sheet'
import { serverNow } from '@/src/platform/clock'
import { useDraft } from '@/src/platform/use-draft'
import type { Part } from '../staff-task'

const maxWords = 500
const maxPaper = 60

interface ReportDoneSheetProps {
  taskId: string
  part: Part
  act: Acting
}

/** 报完成 of one part: which day, what was done, and the paper that proves it. */
export function ReportDoneSheet({ taskId, part, act }: ReportDoneSheetProps) {
  const today = beijingDay(serverNow())
  const draft = useDraft(`reportDone.${taskId}.${part.id}`, {
    on: today,
    said: '',
    paper: '',
  })
  const { on, said, paper } = draft.value
  const send = async () => {
    const input = { taskId, partId: part.id, on, words: said.trim(), paperNumber: paper.trim() }
    if (await act.run(deed('task.reportDone', input, { told: words.reported }))) draft.clear()
  }
  return (
    <Sheet
      open
      title={words.title}
      onClose={act.close}
      foot={
        <ActionButton
          text={words.reportDone}
          busy={act.busy}
          blocked={blockedBy(
            !on && words.onNeeded,
            !said.trim() && words.whatNeeded,
            tooLong(said, maxWords),
            !paper.trim() && words.paperNeeded,
          )}
          onTap={() => void send()}
        />
      }
    >
      <RefusalNote text={act.refusal} />
      <RestoredNote draft={draft} />
      <View className="name mb3">{part.text}</View>
      <DateField
        label={words.on}
        value={on}
        until={today}
        shown={on && fullDay(on)}
        placeholder={words.choose}
        onChange={(day) => draft.change({ on: day })}
      />
      <View className="mt3">
        <DraftBox
          draft={draft}
          label={words.what}
          text={said}
          max={maxWords}
          height={72}
          onInput={(typed) => draft.change({ said: typed })}
        />
      </View>
      <TextField
        key={`paper${draft.generation}`}
        label={words.paperNumber}
        hint={words.paperHint}
        initial={paper}
        max={maxPaper}
        onInput={(typed) => draft.change({ paper: typed })}
      />
      <View className="mt3">
        <NoteBlock icon="check" tone="green">
          <View className="name">{words.after}</View>
          {words.afterLines.map((line) => (
            <View key={line}>{line}</View>
          ))}
        </NoteBlock>
      </View>
    </Sheet>
  )
}
