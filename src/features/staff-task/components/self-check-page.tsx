import { maxStandardWords } from '@/contract/task/limits'
import { maxPaperNumber } from '@/contract/limits'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { selfCheckWords as words, standardNames } from '@/copy/close-out'
import { beijingDay } from '@/domain/calendar/day'
import { standards } from '@/domain/task/cycle'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { DraftBox } from '@/src/acting/draft-box'
import { FormPage } from '@/src/acting/form-page'
import { LoadedPage } from '@/src/acting/loaded-page'
import { WaitingNote } from '@/src/acting/waiting-note'
import { NoteBlock } from '@/src/components/show/note-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { SectionHead } from '@/src/components/frame/section-head'
import { serverNow } from '@/src/platform/clock'
import { goBack } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import { useSelfCheck } from '../hooks/use-self-check'
import type { StaffTask } from '../staff-task'
import { AskedVillages, Evidence, SelfCheckMissing, whyNotYet } from './self-check-parts'
import { ShareSignatures } from './share-signatures'
import { SignOffFields } from './sign-off-fields'
import { StandardDispute, whyNotDispute } from './standard-dispute'
import { TaskGate } from './task-gate'

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
  const form = useSelfCheck(task, goBack)
  const { draft, said, isLeader, isPreparing, waiting } = form
  if (waiting)
    return (
      <PageShell title={words.title} secrecy>
        <View className="title mb4">{task.title}</View>
        <WaitingNote item={waiting} />
      </PageShell>
    )
  const unsaid = standards.find((standard) => !said[standard].trim())
  return (
    <FormPage
      title={words.title}
      notice={notice}
      act={form}
      draft={{ ...draft, clear: form.empty }}
      send={isPreparing ? words.prepare : words.send}
      blocked={blockedBy(
        unsaid !== undefined && words.wordNeeded(standardNames[unsaid]),
        ...standards.map((standard) => tooLong(said[standard], maxStandardWords)),
        whyNotDispute(said),
        tooLong(said.signOffNumber, maxPaperNumber),
      )}
      onSend={() => void form.send()}
    >
      <View className="title mb4">{task.title}</View>
      <NoteBlock icon="check" tone="green">
        {words.ready}
      </NoteBlock>
      <Evidence parts={task.parts} />
      <ShareSignatures assignments={task.assignments} />
      <AskedVillages taskId={task.id} />
      <SectionHead text={words.standards} right={words.each} />
      <Prepared task={task} isLeader={isLeader} />
      {standards.map((standard) => (
        <View key={standard} className="mt3">
          <View className="name mb2">{standardNames[standard]}</View>
          <DraftBox
            draft={draft}
            label={words.word(standardNames[standard])}
            text={said[standard]}
            max={maxStandardWords}
            height={72}
            onInput={(typed) => draft.change({ [standard]: typed })}
          />
        </View>
      ))}
      <StandardDispute typed={said} generation={draft.generation} onChange={draft.change} />
      <SectionHead text={words.sign} />
      <SignOffFields
        draft={draft}
        hint={isLeader ? words.signByLeader : words.signByStaff}
        papers={form.papers}
      />
    </FormPage>
  )
}

/** Who wrote what stands in the boxes, and what it waits for. */
function Prepared({ task, isLeader }: { task: StaffTask; isLeader: boolean }) {
  const today = beijingDay(serverNow())
  const prepared = task.closeOut?.prepared
  if (!prepared) return null
  const { on, lapsed } = prepared
  if (lapsed) return <NoteBlock icon="alert">{words.lapsed(on, today)}</NoteBlock>
  return (
    <NoteBlock icon="info">{isLeader ? words.toSign(on, today) : words.waits(on, today)}</NoteBlock>
  )
}
