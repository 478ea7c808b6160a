import { maxAttached } from '@/contract/limits'
import { maxFound, maxReceivedBy } from '@/contract/enterprise/limits'
import { View } from '@tarojs/components'
import { fullDay } from '@/copy/moment'
import { firmVisitWords as words } from '@/copy/visit'
import { DraftBox } from '@/src/acting/draft-box'
import { FormDocuments } from '@/src/acting/form-documents'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import { WaitingNote } from '@/src/acting/waiting-note'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { RadioList } from '@/src/components/ask/choice/radio-list'
import { DateField } from '@/src/components/ask/field/date-field'
import { TextField } from '@/src/components/ask/field/text-field'
import { FootBar } from '@/src/components/frame/foot-bar'
import { NoteBlock } from '@/src/components/show/note-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { PhotoRow } from '@/src/components/ask/photo-row'
import { TextLink } from '@/src/components/tap/text-link'
import { outcomes, useRecord } from '../hooks/use-record'
import type { FirmVisit } from '../visit'

interface RecordFormProps {
  title: string
  visit: FirmVisit
  /** Back to the visit: it was sent, or not written now. */
  onDone: () => void
}

type Form = ReturnType<typeof useRecord>

/** 现场检查记录 in place of the page: what was found of each matter, who of the firm got it, what shows it. */
export function RecordForm({ title, visit, onDone }: RecordFormProps) {
  const form = useRecord(visit, onDone)
  const { delivery } = form
  const { waiting } = delivery
  return (
    <PageShell
      title={title}
      secrecy
      {...(!waiting && {
        foot: (
          <FootBar>
            <ActionButton
              text={words.send}
              busy={delivery.busy}
              blocked={form.blocked}
              onTap={form.send}
            />
          </FootBar>
        ),
      })}
    >
      <View className="title">{visit.enterprise.name}</View>
      <TextLink text={words.later} onTap={onDone} />
      {waiting ? <WaitingNote item={waiting} /> : <Fields visit={visit} form={form} />}
    </PageShell>
  )
}

function Fields({ visit, form }: { visit: FirmVisit; form: Form }) {
  const { draft, typed } = form
  return (
    <View>
      <RefusalNote text={form.delivery.refusal} />
      <RestoredNote draft={draft} onEmpty={form.dropAll} />
      <NoteBlock icon="info">{words.recordLine}</NoteBlock>
      <View className="mt4">
        <DateField
          label={words.recordDay}
          value={typed.on}
          {...(visit.notice && { from: visit.notice.on })}
          until={form.today}
          shown={typed.on && fullDay(typed.on)}
          placeholder={words.chooseDay}
          onChange={(on) => draft.change({ on })}
        />
      </View>
      {visit.matters.map((matter, place) => (
        <Matter key={matter.id} {...{ matter, place, form }} />
      ))}
      <Handed form={form} />
    </View>
  )
}

interface MatterProps {
  matter: FirmVisit['matters'][number]
  place: number
  form: Form
}

function Matter({ matter: { id, words: asked }, place, form }: MatterProps) {
  const { outcome, words: said } = form.foundOf(id)
  return (
    <View className="mt3">
      <Card>
        <View className="name mb2">{`${place + 1}. ${asked}`}</View>
        <RadioList
          label={words.outcome(place + 1)}
          options={outcomes.map((each) => ({ value: each, text: words.outcomes[each] }))}
          value={outcome}
          onChange={(chosen) => form.find(id, { outcome: chosen })}
          pairs
        />
        <View className="mt2">
          <DraftBox
            draft={form.draft}
            label={words.foundOf(place + 1)}
            text={said}
            max={maxFound}
            height={72}
            onInput={(typed) => form.find(id, { words: typed })}
          />
        </View>
      </Card>
    </View>
  )
}

function Handed({ form: { draft, typed, photos, papers } }: { form: Form }) {
  return (
    <View className="mt4">
      <TextField
        key={draft.generation}
        label={words.receivedBy}
        hint={words.receivedHint}
        initial={typed.receivedBy}
        max={maxReceivedBy}
        onInput={(receivedBy) => draft.change({ receivedBy })}
      />
      <View className="name mt3 mb2">{words.proof}</View>
      <PhotoRow {...photos} />
      <View className="mt3">
        <FormDocuments
          {...papers}
          files={typed.papers}
          max={maxAttached - typed.photos.length}
          addText={words.addPaper}
          removeLabel={words.removePaper}
        />
      </View>
    </View>
  )
}
