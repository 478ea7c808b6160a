import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { fullDay } from '@/copy/moment'
import { askVisitWords as words } from '@/copy/visit'
import type { ActionOutput } from '@/contract/actions'
import { beijingDay } from '@/domain/calendar/day'
import { blockedBy } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { FormPage } from '@/src/acting/form-page'
import { LoadedPage } from '@/src/acting/loaded-page'
import { useAct } from '@/src/acting/use-act'
import { Card } from '@/src/components/show/card'
import { RadioList } from '@/src/components/ask/choice/radio-list'
import { DateField } from '@/src/components/ask/field/date-field'
import { NoteBlock } from '@/src/components/show/note-block'
import { Row } from '@/src/components/show/row'
import { SearchSheet } from '@/src/components/ask/search-sheet'
import { serverNow } from '@/src/platform/clock'
import { goBack } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import { useDraft } from '@/src/platform/use-draft'
import { useUnitSearch } from '@/src/platform/use-unit-search'
import { AskMatters, type AskedMatter } from './ask-matters'

type Task = ActionOutput<'task.get'>

interface AskDraft {
  readonly enterpriseId: string
  readonly body: { readonly id: string; readonly name: string } | null
  readonly on: string
  readonly matters: readonly AskedMatter[]
}

/** 请执法单位入企检查: which firm of the task, which body, when, and what to look at. */
export function AskVisitPage({ id }: { id: string }) {
  const { load, retry } = useAction('task.get', { taskId: id })
  return (
    <LoadedPage title={words.title} secrecy load={load} retry={retry}>
      {(task, notice) => <AskForm task={task} notice={notice} />}
    </LoadedPage>
  )
}

function AskForm({ task, notice }: { task: Task; notice: ReactNode }) {
  const [first] = task.enterprises
  const draft = useDraft<AskDraft>(`askVisit.${task.id}`, {
    enterpriseId: task.enterprises.length === 1 ? (first?.id ?? '') : '',
    body: null,
    on: '',
    matters: [{ words: '', measureId: null }],
  })
  const act = useAct()
  const bodies = useUnitSearch(undefined, true)
  const [choosing, setChoosing] = useState(false)
  const { enterpriseId, body, on, matters } = draft.value
  const said = matters.filter((matter) => matter.words.trim() !== '')
  const send = () => {
    if (body === null) return
    const input = {
      ...{ taskId: task.id, enterpriseId, bodyId: body.id, on },
      matters: said.map((matter) => ({ ...matter, words: matter.words.trim() })),
    }
    void act.run(deed('enterprise.askVisit', input, { told: words.sent, then: goBack }), draft)
  }
  return (
    <FormPage
      title={words.title}
      notice={notice}
      act={act}
      draft={draft}
      send={words.send}
      blocked={blockedBy(
        !enterpriseId && words.firmNeeded,
        body === null && words.bodyNeeded,
        !on && words.dayNeeded,
        said.length === 0 && words.mattersNeeded,
      )}
      onSend={send}
    >
      <View className="title">{task.title}</View>
      <View className="dim mb3">{words.line}</View>
      <NoteBlock icon="lock">{words.silent}</NoteBlock>
      <View className="name mt3 mb2">{words.firm}</View>
      <RadioList
        label={words.firm}
        options={task.enterprises.map(({ id, name }) => ({ value: id, text: name }))}
        value={enterpriseId || null}
        onChange={(chosen) => draft.change({ enterpriseId: chosen })}
      />
      <View className="mt3">
        <Card rows>
          <Row
            icon="shield"
            name={words.body}
            line={body?.name ?? words.chooseBody}
            onTap={() => setChoosing(true)}
          />
        </Card>
      </View>
      <View className="mt4">
        <DateField
          label={words.day}
          value={on}
          from={beijingDay(serverNow())}
          shown={on && fullDay(on)}
          placeholder={words.chooseDay}
          onChange={(day) => draft.change({ on: day })}
        />
      </View>
      <AskMatters
        key={draft.generation}
        measures={task.measures}
        matters={matters}
        onChange={(change) => draft.change({ matters: change(draft.read().matters) })}
      />
      <SearchSheet
        open={choosing}
        title={words.chooseBody}
        placeholder={words.searchBody}
        none={words.noBody}
        load={bodies}
        onClose={() => setChoosing(false)}
        onChoose={({ value, text }) => draft.change({ body: { id: value, name: text } })}
      />
    </FormPage>
  )
}
