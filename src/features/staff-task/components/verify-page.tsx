import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { levelNames, verifyWords as words } from '@/copy/close-out'
import { fullDay } from '@/copy/moment'
import type { AcceptanceLevel } from '@/domain/task/acceptance'
import { beijingDay } from '@/domain/calendar/day'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { LoadedPage } from '@/src/acting/loaded-page'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import { useAct } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/action-button'
import { DateField } from '@/src/components/field/date-field'
import { TextField } from '@/src/components/field/text-field'
import { FootBar } from '@/src/components/foot-bar'
import { NoteBlock } from '@/src/components/note-block'
import { PageShell } from '@/src/components/page-shell'
import { SectionHead } from '@/src/components/section-head'
import { serverNow } from '@/src/platform/clock'
import { goBack } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import { stepOf, useVerify } from '../hooks/use-verify'
import type { StaffTask } from '../staff-task'
import { Checkers } from './checkers'
import { MeasureSeen } from './measure-seen'

const maxWords = 500

/** 现场核查: one step of the chain, measure by measure, by two who did not do the work. */
export function VerifyPage({ id }: { id: string }) {
  const { load, retry } = useAction('task.get', { taskId: id })
  return (
    <LoadedPage title={words.title} secrecy load={load} retry={retry}>
      {(task, notice) => {
        const step = stepOf(task)
        return step && task.events.includes('verify') ? (
          <VerifyForm task={task} level={step.level} notice={notice} />
        ) : (
          <PageShell title={words.title} secrecy>
            {notice}
            <NoteBlock icon="info">{words.notNow}</NoteBlock>
          </PageShell>
        )
      }}
    </LoadedPage>
  )
}

interface VerifyFormProps {
  task: StaffTask
  level: AcceptanceLevel
  notice: ReactNode
}

const isNamed = ({ typed }: ReturnType<typeof useVerify>, level: AcceptanceLevel): boolean => {
  const expert = typed.name.trim() !== '' && typed.unitName.trim() !== ''
  if (level === 'province') return expert && typed.secondName.trim() !== ''
  return typed.membershipId !== '' || expert
}

/** Why the step cannot be signed yet. */
const blockedOf = (task: StaffTask, level: AcceptanceLevel, form: ReturnType<typeof useVerify>) => {
  const { typed, seenOf, missed } = form
  const left = task.measures.filter(({ id }) => seenOf(id).inPlace === null).length
  return blockedBy(
    left > 0 && words.left(left),
    missed.some(({ id }) => !seenOf(id).words.trim()) && words.missedWords,
    !isNamed(form, level) && words.secondNeeded,
    !typed.words.trim() && words.conclusionNeeded,
    tooLong(typed.words, maxWords),
    level === 'province' && !typed.paperNumber.trim() && words.paperNeeded,
    missed.length > 0 && !typed.reworkOn && words.reworkOnNeeded,
  )
}

function VerifyForm({ task, level, notice }: VerifyFormProps) {
  const form = useVerify(task, level)
  const { draft, typed, missed } = form
  const act = useAct()
  const send = () => {
    const told = missed.length > 0 ? words.returned : words.passed
    return act.run(deed('task.verify', form.input(), { told, then: goBack }), draft)
  }
  return (
    <PageShell
      title={words.title}
      secrecy
      foot={
        <FootBar>
          <ActionButton
            text={missed.length > 0 ? words.return : words.pass}
            busy={act.busy}
            blocked={blockedOf(task, level, form)}
            onTap={() => void send()}
          />
        </FootBar>
      }
    >
      {notice}
      <RefusalNote text={act.refusal} />
      <RestoredNote draft={draft} />
      <View className="title">{task.title}</View>
      <View className="dim mb3">{words.step(levelNames[level])}</View>
      <NoteBlock icon="info">{words.line}</NoteBlock>
      <Checkers task={task} level={level} form={form} />
      <SectionHead text={words.each} />
      {task.measures.map((measure, place) => (
        <MeasureSeen key={measure.id} {...{ task, measure, place, form }} />
      ))}
      <SectionHead text={words.conclusion} right={words.whoSigns} />
      <DraftBox
        draft={draft}
        label={words.conclusionWords}
        text={typed.words}
        max={maxWords}
        height={72}
        onInput={(said) => draft.change({ words: said })}
      />
      {missed.length > 0 && (
        <View className="mt3">
          <DateField
            label={words.reworkOn}
            value={typed.reworkOn}
            from={beijingDay(serverNow())}
            shown={typed.reworkOn && fullDay(typed.reworkOn)}
            placeholder={words.choose}
            onChange={(day) => draft.change({ reworkOn: day })}
          />
          <View className="sub">{words.missedLine(missed.length)}</View>
        </View>
      )}
      {level === 'province' && (
        <TextField
          key={`paper${draft.generation}`}
          label={words.paperNumber}
          initial={typed.paperNumber}
          max={60}
          onInput={(paper) => draft.change({ paperNumber: paper })}
        />
      )}
    </PageShell>
  )
}
