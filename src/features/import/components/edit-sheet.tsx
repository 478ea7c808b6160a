import {
  maxDraftDeadline,
  maxDraftNumber,
  maxDraftProblem,
  maxDraftTitle,
} from '@/contract/documents/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { fieldName, reviewWords as words } from '@/copy/import-review'
import { categoryNames } from '@/copy/task'
import type { ActionInput } from '@/contract/actions'
import { isIsoDay } from '@/domain/calendar/day'
import { taskCategories } from '@/domain/task/task'
import { ActionButton } from '@/src/components/tap/action-button'
import { TextField } from '@/src/components/ask/field/text-field'
import { OptionSheet } from '@/src/components/ask/option-sheet'
import { ReportBox } from '@/src/components/ask/report-box'
import { Sheet } from '@/src/components/frame/sheet'
import type { Draft } from '../review/draft'
import type { EditableField } from '../review/read-fields'
import { DaysField } from './days-field'
import { UnitNames } from './unit-names'

type Change = ActionInput<'documents.editDraft'>['change']

interface EditSheetProps {
  draft: Draft
  field: EditableField | null
  /** What was typed here before and not saved, by field. */
  typed: Readonly<Record<string, string>>
  onType: (key: string, value: string) => void
  onSave: (change: Change) => void
  onClose: () => void
}

/** Changes one read field by hand; the source beside it is never touched. */
export function EditSheet(props: EditSheetProps) {
  const { draft, field, onSave, onClose } = props
  if (field === 'category')
    return (
      <OptionSheet
        open
        title={words.edit(fieldName('category'))}
        options={taskCategories.map((value) => ({ value, text: categoryNames[value] }))}
        value={draft.category}
        onChoose={(category) => onSave({ category })}
        onClose={onClose}
      />
    )
  if (field === null) return null
  return <TypedSheet key={field} {...props} field={field} />
}

type TypedField = Exclude<EditableField, 'category'>

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** A sheet's one text: lists are lines, the deadline is its words and then its days. */
const textOf = (draft: Draft, field: TypedField): string => {
  if (field === 'lead' || field === 'responsible') return draft.units[field].join('\n')
  if (field === 'goals') return draft.goals.join('\n')
  if (field === 'deadline') return [draft.deadline.text, ...draft.deadline.dates].join('\n')
  return draft[field]
}

const changeOf = (field: TypedField, text: string): Change => {
  if (field === 'deadline') {
    const [deadlineText = '', ...days] = text.split('\n')
    return { deadlineText: deadlineText.trim(), deadlineDates: days.filter(isIsoDay) }
  }
  if (field === 'goals' || field === 'lead' || field === 'responsible')
    return { [field]: lines(text) }
  return { [field]: text.trim() }
}

const maxLengths: Readonly<Partial<Record<TypedField, number>>> = {
  number: maxDraftNumber,
  title: maxDraftTitle,
  problem: maxDraftProblem,
  // All of them together; no list has printed more.
  goals: maxDraftProblem,
}

/** The contract wants words in these. */
const needsWords = (field: TypedField) => field === 'title' || field === 'problem'

function TypedSheet(props: EditSheetProps & { field: TypedField }) {
  const { draft, field, typed, onType, onSave, onClose } = props
  const [text, setText] = useState(typed[`edit.${field}`] ?? textOf(draft, field))
  const type = (next: string) => {
    setText(next)
    onType(`edit.${field}`, next)
  }
  const name = field === 'lead' || field === 'responsible' ? words.roles[field] : fieldName(field)
  const missing = needsWords(field) && text.trim() === ''
  return (
    <Sheet
      open
      title={words.edit(name)}
      onClose={onClose}
      foot={
        <ActionButton
          text={words.save}
          blocked={missing ? words.needValue : null}
          onTap={() => onSave(changeOf(field, text))}
        />
      }
    >
      <Editor field={field} name={name} text={text} onType={type} />
    </Sheet>
  )
}

interface EditorProps {
  field: TypedField
  name: string
  text: string
  onType: (text: string) => void
}

function Editor({ field, name, text, onType }: EditorProps) {
  const max = maxLengths[field] ?? maxDraftDeadline
  if (field === 'lead' || field === 'responsible')
    return (
      <UnitNames
        names={lines(text)}
        most={field === 'lead' ? 5 : 40}
        onChange={(names) => onType(names.join('\n'))}
      />
    )
  if (field === 'deadline') {
    const [printed = '', ...days] = text.split('\n')
    return (
      <>
        <TextField
          label={name}
          initial={printed}
          max={max}
          hint={words.datesLine}
          onInput={(value) => onType([value, ...days].join('\n'))}
        />
        <View className="mt4">
          <DaysField days={days} onChange={(next) => onType([printed, ...next].join('\n'))} />
        </View>
      </>
    )
  }
  if (field === 'problem' || field === 'goals')
    return (
      <ReportBox
        label={name}
        placeholder={field === 'goals' ? words.goalsLine : name}
        initial={text}
        max={max}
        height={160}
        onInput={onType}
      />
    )
  return <TextField label={name} initial={text} max={max} onInput={onType} />
}
