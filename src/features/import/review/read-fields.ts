import { fieldName, readingText } from '@/copy/import-review'
import { categoryNames } from '@/copy/task'
import { unitRoles } from '@/domain/organization/unit'
import type { Draft } from './draft'

/** What the reviewer can change by hand; measures change at assignment. */
export type EditableField =
  'number' | 'title' | 'problem' | 'category' | 'goals' | 'lead' | 'responsible' | 'deadline'

export interface ReadField {
  readonly key: string
  readonly name: string
  readonly value: string
  readonly edits: EditableField | null
}

/** Days are said beside the printed words, unless the words are nothing but them. */
const deadlineText = ({ text, dates }: Draft['deadline']) => {
  const days = dates.map(readingText).join('、')
  if (days === '' || text === days) return text
  return text === '' ? days : `${text}（${days}）`
}

const measureFields = ({ measures }: Draft): ReadField[] =>
  measures.map((measure, at) => {
    const units = unitRoles.flatMap((role) => measure.units[role]).join('、')
    const facts = [measure.text, units, deadlineText(measure.deadline)]
    return {
      key: `measure${at}`,
      name: fieldName(`measures[${at}]`),
      value: facts.filter((fact) => fact !== '').join('\n'),
      edits: null,
    }
  })

/** What was read beside the units; what is empty and cannot be filled is left out. */
export const readFieldsOf = (draft: Draft): ReadField[] => {
  const plain = (key: 'number' | 'title' | 'problem'): ReadField => ({
    key,
    name: fieldName(key),
    value: draft[key],
    edits: key,
  })
  const fixed = (key: 'upperNumber' | 'parentNumber' | 'progressText'): ReadField => ({
    key,
    name: fieldName(key),
    value: draft[key],
    edits: null,
  })
  const fields: ReadField[] = [
    { key: 'goals', name: fieldName('goals'), value: draft.goals.join('\n'), edits: 'goals' },
    {
      key: 'deadline',
      name: fieldName('deadline'),
      value: deadlineText(draft.deadline),
      edits: 'deadline',
    },
    plain('problem'),
    plain('title'),
    plain('number'),
    {
      key: 'leadOfficial',
      name: fieldName('leadOfficial'),
      value: draft.leadOfficial ?? '',
      edits: null,
    },
    fixed('upperNumber'),
    fixed('parentNumber'),
    {
      key: 'category',
      name: fieldName('category'),
      value: categoryNames[draft.category],
      edits: 'category',
    },
    ...measureFields(draft),
    fixed('progressText'),
  ]
  return fields.filter(({ value, edits }) => value !== '' || edits !== null)
}
