import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { chainWords as words, closingLevelNames, levelNames } from '@/copy/chain'
import { closingLevels } from '@/domain/task/acceptance'
import { blockedBy } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { FormPage } from '@/src/acting/form-page'
import { LoadedPage } from '@/src/acting/loaded-page'
import { useAct } from '@/src/acting/use-act'
import { RadioList } from '@/src/components/ask/choice/radio-list'
import { SectionHead } from '@/src/components/frame/section-head'
import { chainDraftOf, ChainLevels, chainOf } from '@/src/features/office/chain-levels'
import { goBack } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import { useDraft } from '@/src/platform/use-draft'
import type { StaffTask } from '../staff-task'
import { LeadOfficial } from './lead-official'
import { TaskGate } from './task-gate'

/** 定验收单位: which levels accept, by which unit, which level closes, and who leads. */
export function ChainPage({ id }: { id: string }) {
  const { load, retry } = useAction('task.get', { taskId: id })
  return (
    <LoadedPage title={words.title} secrecy load={load} retry={retry}>
      {(task, notice) => (
        <TaskGate
          title={words.title}
          turns={task.turns}
          mayAct={task.events.includes('changeChain')}
          notice={notice}
        >
          <ChainForm task={task} notice={notice} />
        </TaskGate>
      )}
    </LoadedPage>
  )
}

function ChainForm({ task, notice }: { task: StaffTask; notice: ReactNode }) {
  const { chain: begun = [], closingLevel: closes = 'city' } = task.closeOut ?? {}
  const { printed = '', person } = task.leadOfficial ?? {}
  const draft = useDraft(`chain.${task.id}`, {
    ...chainDraftOf(begun),
    closingLevel: closes,
    leadOfficialId: person?.membershipId ?? '',
  })
  const { closingLevel, leadOfficialId } = draft.value
  const act = useAct()
  const chain = chainOf(draft.value)
  const unnamed = chain.find(({ level, unitId }) => level !== 'province' && unitId === null)
  const send = () => {
    const input = {
      ...{ taskId: task.id, chain, closingLevel },
      // Who was chosen and is gone since is left alone: nobody is taken for somebody.
      ...(leadOfficialId !== (person?.membershipId ?? '') && {
        leadOfficialId: leadOfficialId || null,
      }),
    }
    return act.run(deed('task.changeChain', input, { told: words.sent, then: goBack }), draft)
  }
  return (
    <FormPage
      title={words.title}
      notice={notice}
      act={act}
      draft={draft}
      send={words.send}
      blocked={blockedBy(
        chain.length === 0 && words.noLevel,
        unnamed !== undefined && words.needed(levelNames[unnamed.level]),
      )}
      onSend={() => void send()}
    >
      <View className="title mb2">{task.title}</View>
      <View className="mb3">{words.line}</View>
      <SectionHead text={words.levels} />
      <ChainLevels draft={draft} />
      <SectionHead text={words.closing} />
      <RadioList
        label={words.closing}
        options={closingLevels.map((level) => ({ value: level, text: closingLevelNames[level] }))}
        value={closingLevel}
        onChange={(level) => draft.change({ closingLevel: level })}
      />
      <LeadOfficial
        taskId={task.id}
        printed={printed}
        value={leadOfficialId}
        onChange={(id) => draft.change({ leadOfficialId: id })}
      />
    </FormPage>
  )
}
