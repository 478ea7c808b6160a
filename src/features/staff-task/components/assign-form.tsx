import { View } from '@tarojs/components'
import { fullDay } from '@/copy/moment'
import { rhythmWords } from '@/copy/rhythm'
import { assignWords as words } from '@/copy/staff-task'
import { categoryNames } from '@/copy/task'
import { beijingDay } from '@/domain/calendar/day'
import { Card } from '@/src/components/show/card'
import { DateField } from '@/src/components/ask/field/date-field'
import { TextField } from '@/src/components/ask/field/text-field'
import { NoteBlock } from '@/src/components/show/note-block'
import { FactRow } from '@/src/components/show/row/fact-row'
import { serverNow } from '@/src/platform/clock'
import type { useAssignForm } from '../hooks/use-assign-form'
import type { StaffTask } from '../staff-task'
import type { Choosing } from './assign-sheets'
import { ChosenList } from './chosen-list'

interface AssignFormProps {
  task: StaffTask
  form: ReturnType<typeof useAssignForm>
  onChoose: (what: Choosing) => void
}

/** Units, villages, enterprises and the counted date of one task. */
export function AssignForm({ task, form, onChoose }: AssignFormProps) {
  const { value, change } = form.draft
  return (
    <View>
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
          value={value.lead?.name ?? words.noLead}
          onTap={() => onChoose('lead')}
        />
        <FactRow
          form
          name={words.category}
          value={categoryNames[value.category]}
          onTap={() => onChoose('category')}
        />
        {task.deadline.kinds.includes('relative') && (
          <FactRow
            form
            name={words.event}
            value={value.enteredBy?.name ?? words.add}
            onTap={() => onChoose('event')}
          />
        )}
      </Card>
      <View className="mt3">
        <ChosenList
          title={words.responsible}
          line={words.leadLine}
          items={value.responsible}
          add={words.add}
          onAdd={() => onChoose('responsible')}
          onRemove={(id) => form.remove('responsible', id)}
        />
      </View>
      <View className="mt3">
        <ChosenList
          title={words.supporting}
          items={value.supporting}
          add={words.add}
          onAdd={() => onChoose('supporting')}
          onRemove={(id) => form.remove('supporting', id)}
        />
      </View>
      <View className="mt3">
        <DateField
          label={task.deadline.kinds.includes('recurring') ? rhythmWords.next : words.counted}
          value={value.countedOn}
          shown={value.countedOn ? fullDay(value.countedOn) : ''}
          placeholder={words.choose}
          from={beijingDay(serverNow())}
          onChange={(countedOn) => change({ countedOn })}
        />
        <View className="sub">{words.countedLine(task.deadline.text)}</View>
      </View>
      {task.deadline.rhythmOpen && (
        <View className="mt3">
          <TextField
            key={`rhythm${form.draft.generation}`}
            label={rhythmWords.label}
            initial={value.everyMonths ?? ''}
            kind="number"
            max={2}
            hint={rhythmWords.hint}
            error={form.everyMonths === undefined ? rhythmWords.wrong : null}
            onInput={(everyMonths) => change({ everyMonths })}
          />
        </View>
      )}
      <View className="mt3">
        <ChosenList
          title={words.villages}
          items={value.villages}
          add={words.addVillage}
          onAdd={() => onChoose('village')}
          onRemove={form.removeVillage}
        />
      </View>
      <View className="mt3">
        <ChosenList
          title={words.enterprises}
          items={value.enterprises}
          add={words.addEnterprise}
          onAdd={() => onChoose('enterprises')}
          onRemove={(id) => form.remove('enterprises', id)}
        />
      </View>
    </View>
  )
}
