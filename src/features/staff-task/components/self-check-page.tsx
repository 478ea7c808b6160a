import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { selfCheckWords as words, standardNames } from '@/copy/close-out'
import { type Standard, standards } from '@/domain/task/cycle'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { FormPage } from '@/src/acting/form-page'
import { LoadedPage } from '@/src/acting/loaded-page'
import { useAct } from '@/src/acting/use-act'
import { maxPaper } from '@/src/acting/use-done-form'
import { TextField } from '@/src/components/field/text-field'
import { NoteBlock } from '@/src/components/note-block'
import { SectionHead } from '@/src/components/section-head'
import { goBack } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import { useDraft } from '@/src/platform/use-draft'
import { useMembership } from '@/src/platform/use-me'
import type { StaffTask } from '../staff-task'
import { AskedVillages, Evidence, SelfCheckMissing, whyNotYet } from './self-check-parts'
import { ShareSignatures } from './share-signatures'
import { disputeOf, StandardDispute, type TypedDispute, whyNotDispute } from './standard-dispute'
import { TaskGate } from './task-gate'

const maxWords = 300
const nothing = {
  measuresDone: '',
  violationsPunished: '',
  normsMet: '',
  likeProblemsDone: '',
  treatedAtSource: '',
  signOffNumber: '',
} as const satisfies Record<Standard | 'signOffNumber', string>

type Typed = Record<keyof typeof nothing, string> & TypedDispute

/** 办结前自查: the parts with their proof, a word on each standard, the leader's signature. */
export function SelfCheckPage({ id }: { id: string }) {
  const { load, retry } = useAction('task.get', { taskId: id }, { refreshOnShow: true })
  return (
    <LoadedPage title={words.title} secrecy load={load} retry={retry}>
      {(task, notice) =>
        whyNotYet(task).length > 0 ? (
          <SelfCheckMissing task={task} notice={notice} />
        ) : (
          <TaskGate
            title={words.title}
            turns={task.turns}
            mayAct={task.events.includes('selfCheck')}
            notice={notice}
          >
            <SelfCheckForm task={task} notice={notice} />
          </TaskGate>
        )
      }
    </LoadedPage>
  )
}

function SelfCheckForm({ task, notice }: { task: StaffTask; notice: ReactNode }) {
  const isLeader = useMembership()?.role === 'unitLeader'
  const draft = useDraft<Typed>(`selfCheck.${task.id}`, nothing)
  const act = useAct()
  const { signOffNumber, ...said } = draft.value
  const unsaid = standards.find((standard) => !said[standard].trim())
  const send = () => {
    const trimmed = Object.fromEntries(
      standards.map((standard) => [standard, said[standard].trim()]),
    ) as Record<Standard, string>
    const input = {
      taskId: task.id,
      standards: trimmed,
      signOffNumber: signOffNumber.trim() || null,
      dispute: disputeOf(draft.value),
    }
    return act.run(deed('task.selfCheck', input, { told: words.sent, then: goBack }), draft)
  }
  return (
    <FormPage
      title={words.title}
      notice={notice}
      act={act}
      draft={draft}
      send={words.send}
      blocked={blockedBy(
        unsaid !== undefined && words.wordNeeded(standardNames[unsaid]),
        ...standards.map((standard) => tooLong(said[standard], maxWords)),
        whyNotDispute(draft.value),
        !isLeader && !signOffNumber.trim() && words.signNeeded,
      )}
      onSend={() => void send()}
    >
      <View className="title mb4">{task.title}</View>
      <NoteBlock icon="check" tone="green">
        {words.ready}
      </NoteBlock>
      <Evidence parts={task.parts} />
      <ShareSignatures assignments={task.assignments} />
      <AskedVillages taskId={task.id} />
      <SectionHead text={words.standards} right={words.each} />
      {standards.map((standard) => (
        <View key={standard} className="mt3">
          <View className="name mb2">{standardNames[standard]}</View>
          <DraftBox
            draft={draft}
            label={words.word(standardNames[standard])}
            text={said[standard]}
            max={maxWords}
            height={72}
            onInput={(typed) => draft.change({ [standard]: typed })}
          />
        </View>
      ))}
      <StandardDispute typed={draft.value} generation={draft.generation} onChange={draft.change} />
      <SectionHead text={words.sign} />
      <TextField
        key={`sign${draft.generation}`}
        label={words.signOffNumber}
        hint={isLeader ? words.signByLeader : words.signByStaff}
        initial={signOffNumber}
        max={maxPaper}
        onInput={(typed) => draft.change({ signOffNumber: typed })}
      />
    </FormPage>
  )
}
