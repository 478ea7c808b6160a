import { View } from '@tarojs/components'
import { useState } from 'react'
import { reviewErrorText, reviewWords as words } from '@/copy/import-review'
import { NoteBlock } from '@/src/components/show/note-block'
import { TextLink } from '@/src/components/tap/text-link'
import type { DraftReview } from '../hooks/use-draft-review'
import type { PlacesView, useTyped } from '../hooks/use-places'
import type { Draft, DraftRow } from '../review/draft'
import type { EditableField } from '../review/read-fields'
import { ComparePart } from './compare-part'
import { EditSheet } from './edit-sheet'
import { KnownPart } from './known-part'
import { PlaceField } from './place-field'
import { ReadFields } from './read-fields'
import { RegroupPart } from './regroup-part'
import { UnitPlaces } from './unit-places'

interface DecidePartProps {
  draft: Draft
  review: DraftReview
  view: PlacesView
  typed: ReturnType<typeof useTyped>
  readOnly: boolean
  keys: boolean
  /** The next row of the list; null behind the last. */
  next: DraftRow | null
  onRegrouped: () => void
}

/** What asks for a person first: places to decide, else places to compare with the source. */
const headingOf = (draft: Draft, open: number): string => {
  const compared = draft.doubts.length + draft.unread.length
  if (open > 0) return words.decideFirst(open)
  return compared > 0 ? words.compareFirst(compared) : words.nothingUnsure
}

/** The fields of a draft: unsure ones first, then its units, then what was read. */
export function DecidePart(props: DecidePartProps) {
  const { draft, review, view, typed, readOnly, keys, next, onRegrouped } = props
  const [editing, setEditing] = useState<EditableField | null>(null)
  const { places, open } = view
  const close = () => setEditing(null)
  return (
    <View className="decide-part">
      <KnownPart draft={draft} />
      <View className="import-part import-part--first">
        <View className="head" role="heading" aria-level={2}>
          {headingOf(draft, places.length)}
        </View>
        <View className="sub tabular" role="status" aria-live="polite">
          {review.saving
            ? words.saving
            : review.unsaved
              ? words.unsaved
              : places.length > 0 && words.decidedCount(places.length - open, open)}
        </View>
      </View>
      {review.error && (
        <View className="mb3" role="alert">
          <NoteBlock
            icon="alert"
            tone="amber"
            inside
            action={review.retry && <TextLink text={words.retry} onTap={review.retry} />}
          >
            {reviewErrorText(review.error.code)}
          </NoteBlock>
        </View>
      )}
      <ComparePart draft={draft} />
      {places.map((place) => (
        <View key={place.unsure.field} id={`place-${place.no}`}>
          <PlaceField
            place={place}
            current={place.no === view.current}
            folded={readOnly || view.isFolded(place)}
            other={place.no === view.other}
            keys={keys}
            readOnly={readOnly}
            typed={typed.read()[place.unsure.field] ?? ''}
            onType={(value) => typed.type(place.unsure.field, value)}
            onUnfold={() => view.reopen(place.no)}
            onOther={() => view.openOther(place.no)}
            onDecide={(value) => {
              typed.forget([place.unsure.field])
              view.take(place, value)
            }}
          />
        </View>
      ))}
      <UnitPlaces
        draft={draft}
        places={view.units}
        readOnly={readOnly}
        onEdit={setEditing}
        onName={review.name}
      />
      <ReadFields draft={draft} readOnly={readOnly} onEdit={setEditing} />
      {draft.faults.length > 0 && (
        <View className="mt4">
          <NoteBlock icon="info" tone="amber" inside>
            <View className="name">{words.faults}</View>
            {[...new Set(draft.faults)].map((fault) => (
              <View key={fault}>{words.fault(fault)}</View>
            ))}
          </NoteBlock>
        </View>
      )}
      {!readOnly && <RegroupPart draft={draft} next={next} onChanged={onRegrouped} />}
      <EditSheet
        draft={draft}
        field={editing}
        typed={typed.read()}
        onType={typed.type}
        onClose={close}
        onSave={(change) => {
          typed.forget([`edit.${editing}`])
          review.change(change)
          close()
        }}
      />
    </View>
  )
}
