import { maxReason } from '@/contract/limits'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { negotiationWords } from '@/copy/negotiation'
import { proposeWords as words } from '@/copy/staff-task'
import { timelineReassurance } from '@/copy/timeline'
import type { ActionOutput } from '@/contract/actions'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { FormPage } from '@/src/acting/form-page'
import { LoadedPage } from '@/src/acting/loaded-page'
import { useAct } from '@/src/acting/use-act'
import { NoteBlock } from '@/src/components/show/note-block'
import { goBack } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import { useDraft } from '@/src/platform/use-draft'
import { MeasureDates } from './measure-dates'

interface ProposeProps {
  id: string
  enterpriseId: string
}

/** A unit's first table of dates for one enterprise. */
export function ProposePage({ id, enterpriseId }: ProposeProps) {
  const { load, retry } = useAction('task.get', { taskId: id })
  return (
    <LoadedPage title={words.title} secrecy load={load} retry={retry}>
      {(task, notice) => <ProposeForm {...{ task, enterpriseId, notice }} />}
    </LoadedPage>
  )
}

interface ProposeDraft {
  readonly days: Readonly<Record<string, string>>
  readonly reason: string
}
const nothing: ProposeDraft = { days: {}, reason: '' }

interface ProposeFormProps {
  task: ActionOutput<'task.get'>
  enterpriseId: string
  notice: ReactNode
}

function ProposeForm({ task, enterpriseId, notice }: ProposeFormProps) {
  const draft = useDraft<ProposeDraft>(`propose.${task.id}.${enterpriseId}`, nothing)
  const act = useAct()
  const { days, reason } = draft.value
  const dates = task.measures.map(({ id: measureId, dueOn }) => ({
    measureId,
    on: days[measureId] ?? dueOn ?? task.dueOn ?? '',
  }))
  const submit = async () => {
    const input = { taskId: task.id, enterpriseId, dates, reason: reason.trim() || null }
    const following = { told: words.sent, consent: ['timeline'] as const, then: goBack }
    await act.run(deed('enterprise.propose', input, following), draft)
  }
  return (
    <FormPage
      title={words.title}
      notice={notice}
      act={act}
      draft={draft}
      send={words.send}
      blocked={blockedBy(
        dates.some(({ on }) => on === '') && words.dateMissing,
        tooLong(reason, maxReason),
      )}
      onSend={() => void submit()}
    >
      <View className="dim">{task.enterprises.find((each) => each.id === enterpriseId)?.name}</View>
      <View className="title">
        {task.dueOn ? negotiationWords.latest(task.dueOn) : negotiationWords.noLatest}
      </View>
      <View className="mt2 mb4">{words.line}</View>
      <View className="mb4">
        <NoteBlock icon="scale" tone="green">
          {timelineReassurance}
        </NoteBlock>
      </View>
      <MeasureDates
        label={words.on}
        measures={task.measures}
        dates={dates}
        until={task.dueOn}
        onChange={(measureId, day) =>
          draft.change({ days: { ...draft.read().days, [measureId]: day } })
        }
      />
      <View className="mt4">
        <DraftBox
          draft={draft}
          label={words.reason}
          text={reason}
          max={maxReason}
          height={72}
          onInput={(said) => draft.change({ reason: said })}
        />
      </View>
    </FormPage>
  )
}
