import { View } from '@tarojs/components'
import { useState } from 'react'
import { errorTexts } from '@/copy/errors'
import { fullDay } from '@/copy/moment'
import { assignWords as words } from '@/copy/staff-task'
import { categoryNames } from '@/copy/task'
import { beijingDay } from '@/domain/calendar/day'
import { taskCategories } from '@/domain/task/task'
import { ActionButton } from '@/src/components/action-button'
import { Card } from '@/src/components/card'
import { DrillSheet } from '@/src/components/drill-sheet'
import { DateField } from '@/src/components/field/date-field'
import { FootBar } from '@/src/components/foot-bar'
import { ListFaces } from '@/src/components/list-faces'
import { NoteBlock } from '@/src/components/note-block'
import { OptionSheet } from '@/src/components/option-sheet'
import { PageShell } from '@/src/components/page-shell'
import { FactRow } from '@/src/components/row/fact-row'
import { SearchSheet } from '@/src/components/search-sheet'
import { toast } from '@/src/components/toast/toast-bus'
import { serverNow } from '@/src/platform/clock'
import { goBack } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import { useRegionLevels } from '@/src/platform/use-region-levels'
import { useSend } from '@/src/platform/use-send'
import { useUnitSearch } from '@/src/platform/use-unit-search'
import { type UnitSlot, useAssignForm } from '../hooks/use-assign-form'
import { ChosenList } from './chosen-list'
import type { StaffTask } from '../staff-task'

/** 交办: decides what the list left open. */
export function AssignPage({ id }: { id: string }) {
  const { load, retry } = useAction('task.get', { taskId: id })
  if (load.face === 'ready') return <AssignForm task={load.data} />
  return (
    <PageShell title={words.title} secrecy>
      <ListFaces load={load} onRetry={retry} skeletons={3}>
        {() => null}
      </ListFaces>
    </PageShell>
  )
}

type Choosing = 'lead' | UnitSlot | 'village' | 'category' | 'event' | null

function AssignForm({ task }: { task: StaffTask }) {
  const form = useAssignForm(task)
  const levels = useRegionLevels()
  const { send, busy, error } = useSend('task.assign')
  const split = useSend('task.split')
  const [choosing, setChoosing] = useState<Choosing>(null)
  const today = beijingDay(serverNow())
  const relative = task.deadline.kinds.includes('relative')
  const close = () => setChoosing(null)
  const anyUnit = useUnitSearch()
  const enterprise = useUnitSearch('enterprise')
  const search = { placeholder: words.search, none: words.noUnits }
  const slot =
    choosing === 'responsible' || choosing === 'supporting' || choosing === 'enterprises'
      ? choosing
      : null
  const splits = task.events.includes('split') && task.collectiveUnits.length > 0
  const chosen = form.input.responsibleUnitIds
  const submit = async () => {
    if (splits) {
      const parts = await split.send({ taskId: task.id, unitIds: chosen })
      if (!parts) return
      toast(words.splitDone(parts.taskIds.length))
      return goBack()
    }
    if (!(await send(form.input))) return
    toast(words.sent)
    goBack()
  }
  const failure = error ?? split.error
  return (
    <PageShell
      title={words.title}
      secrecy
      foot={
        <FootBar {...(failure && { note: errorTexts[failure.code] })}>
          <ActionButton
            text={splits ? words.split(chosen.length) : words.send}
            busy={busy || split.busy}
            blocked={
              splits && chosen.length < 2
                ? words.splitNeedsTwo
                : chosen.length === 0
                  ? words.needResponsible
                  : null
            }
            onTap={() => void submit()}
          />
        </FootBar>
      }
    >
      <View className="title mb4">{task.title}</View>
      {task.collectiveUnits.length > 0 && (
        <View className="mb3">
          <NoteBlock icon="alert" tone="amber">
            {words.asPrinted(task.collectiveUnits)}
          </NoteBlock>
        </View>
      )}
      <Card rows>
        <FactRow
          form
          name={words.lead}
          value={form.lead?.name ?? words.noLead}
          onTap={() => setChoosing('lead')}
        />
        <FactRow
          form
          name={words.category}
          value={categoryNames[form.category]}
          onTap={() => setChoosing('category')}
        />
        {relative && (
          <FactRow
            form
            name={words.event}
            value={form.enteredBy?.name ?? words.add}
            onTap={() => setChoosing('event')}
          />
        )}
      </Card>
      <View className="mt3">
        <ChosenList
          title={words.responsible}
          line={words.leadLine}
          items={form.units.responsible}
          add={words.add}
          onAdd={() => setChoosing('responsible')}
          onRemove={(id) => form.remove('responsible', id)}
        />
      </View>
      <View className="mt3">
        <ChosenList
          title={words.supporting}
          items={form.units.supporting}
          add={words.add}
          onAdd={() => setChoosing('supporting')}
          onRemove={(id) => form.remove('supporting', id)}
        />
      </View>
      <View className="mt3">
        <DateField
          label={words.counted}
          value={form.countedOn}
          shown={form.countedOn ? fullDay(form.countedOn) : ''}
          placeholder={words.choose}
          from={today}
          onChange={form.setCountedOn}
        />
        <View className="sub">{words.countedLine(task.deadline.text)}</View>
      </View>
      <View className="mt3">
        <ChosenList
          title={words.villages}
          items={form.villages}
          add={words.addVillage}
          onAdd={() => setChoosing('village')}
          onRemove={form.removeVillage}
        />
      </View>
      <View className="mt3">
        <ChosenList
          title={words.enterprises}
          items={form.units.enterprises}
          add={words.addEnterprise}
          onAdd={() => setChoosing('enterprises')}
          onRemove={(id) => form.remove('enterprises', id)}
        />
      </View>
      <SearchSheet
        open={choosing === 'lead' || choosing === 'event'}
        title={choosing === 'event' ? words.event : words.lead}
        {...search}
        load={anyUnit}
        onChoose={({ value, text }) =>
          (choosing === 'event' ? form.setEnteredBy : form.setLead)({ id: value, name: text })
        }
        onClose={close}
      />
      <SearchSheet
        open={slot !== null}
        title={slot ? words[slot] : ''}
        {...search}
        load={slot === 'enterprises' ? enterprise : anyUnit}
        onChoose={({ value, text }) => slot && form.add(slot, { id: value, name: text })}
        onClose={close}
      />
      <OptionSheet
        open={choosing === 'category'}
        title={words.category}
        options={taskCategories.map((value) => ({ value, text: categoryNames[value] }))}
        value={form.category}
        onChoose={form.setCategory}
        onClose={close}
      />
      <DrillSheet
        open={choosing === 'village'}
        title={words.villages}
        load={levels}
        onChoose={(path) => {
          const last = path.at(-1)
          if (last) form.addVillage({ id: last.value, name: last.text })
        }}
        onClose={close}
      />
    </PageShell>
  )
}
