import { View } from '@tarojs/components'
import { useState } from 'react'
import { reviewWords as words } from '@/copy/import-review'
import { Shape } from '@/src/components/show/shape'
import { TextLink } from '@/src/components/tap/text-link'
import type { Draft } from '../review/draft'
import { readFieldsOf, type EditableField, type ReadField } from '../review/read-fields'

interface ReadFieldsProps {
  draft: Draft
  readOnly: boolean
  onEdit: (field: EditableField) => void
}

/** Lines shown before 展开: a deadline that was not read stands there to be filled. */
const first = 2
const missingFirst = (fields: readonly ReadField[]) => [
  ...fields.filter(({ key, value }) => key === 'deadline' && value === ''),
  ...fields.filter(({ value }) => value !== ''),
]

/** What was read without doubt; folded, because nothing has to be decided there. */
export function ReadFields({ draft, readOnly, onEdit }: ReadFieldsProps) {
  const [open, setOpen] = useState(false)
  const fields = readFieldsOf(draft)
  const read = fields.filter(({ value }) => value !== '')
  return (
    <View className="mt2">
      <View className="import-part">
        <View className="name grow" role="heading" aria-level={2}>
          {words.readFields(read.length)}
        </View>
        <TextLink
          text={open ? words.fold : words.unfold}
          go={open ? 'up' : 'down'}
          expanded={open}
          onTap={() => setOpen(!open)}
        />
      </View>
      {(open ? fields : missingFirst(fields).slice(0, first)).map((field) => (
        <Line
          key={field.key}
          field={field}
          open={open}
          onEdit={(open || field.value === '') && !readOnly && field.edits ? onEdit : null}
        />
      ))}
    </View>
  )
}

interface LineProps {
  field: ReadField
  open: boolean
  onEdit: ((field: EditableField) => void) | null
}

function Line({ field, open, onEdit }: LineProps) {
  const { name, value, edits } = field
  return (
    <View className="import-line">
      <View className="import-line__name">{name}</View>
      <View
        className={open ? 'import-line__value' : 'import-line__value import-line__value--folded'}
      >
        {value ? (
          (open ? value.split('\n') : [value.replace(/\n/g, '；')]).map((line, at) => (
            <View key={at} className="import-line__text">
              {line}
            </View>
          ))
        ) : (
          <View className="dim">{words.noneRead}</View>
        )}
      </View>
      {onEdit && edits ? (
        <TextLink text={words.change} label={words.edit(name)} onTap={() => onEdit(edits)} />
      ) : (
        value && <Shape name="tick" className="import-line__tick" />
      )}
    </View>
  )
}
