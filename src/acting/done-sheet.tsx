import { maxTaskWords } from '@/contract/task/limits'
import { maxAttached, maxPaperNumber } from '@/contract/limits'
import { View } from '@tarojs/components'
import { fullDay } from '@/copy/moment'
import { onSitePhotoWords } from '@/copy/on-site-photo'
import { proofWords } from '@/copy/proof'
import { evidenceWords, partWords as words } from '@/copy/task-parts'
import { ActionButton } from '@/src/components/tap/action-button'
import { DateField } from '@/src/components/ask/field/date-field'
import { TextField } from '@/src/components/ask/field/text-field'
import { NoteBlock } from '@/src/components/show/note-block'
import { PhotoRow } from '@/src/components/ask/photo-row'
import { Sheet } from '@/src/components/frame/sheet'
import { DraftBox } from './draft-box'
import { FormDocuments } from './form-documents'
import { RefusalNote } from './refusal-note'
import { RestoredNote } from './restored-note'
import { UncheckedShots } from './unchecked-shots'
import type { Acting } from './use-act'
import { type useDoneForm } from './use-done-form'
import { WaitingNote } from './waiting-note'

type Form = ReturnType<typeof useDoneForm>

interface DoneSheetProps {
  form: Form
  /** What is done. */
  text: string
  /** What the plan says of the proof, in its own words. */
  proof?: string | null
  act: Acting
  /** What follows once it was sent. */
  afterLines: readonly string[]
}

/** 报完成 of one thing: which day, what was done, and what proves it. */
export function DoneSheet({ form, text, proof = null, act, afterLines }: DoneSheetProps) {
  const { waiting, busy, refusal } = form
  return (
    <Sheet
      open
      title={words.title}
      onClose={act.close}
      {...(!waiting && {
        foot: (
          <ActionButton
            text={words.reportDone}
            busy={busy}
            blocked={form.blocked}
            onTap={() => void form.send()}
          />
        ),
      })}
    >
      {waiting ? (
        <WaitingNote item={waiting} />
      ) : (
        <View>
          <RefusalNote text={refusal} />
          <RestoredNote draft={form.draft} onEmpty={form.dropAll} />
          <View className="name mb3">{text}</View>
          <Said form={form} />
          <Proof form={form} words={proof} />
          <View className="mt3">
            <NoteBlock icon="check" tone="green">
              <View className="name">{words.after}</View>
              {afterLines.map((line) => (
                <View key={line}>{line}</View>
              ))}
            </NoteBlock>
          </View>
        </View>
      )}
    </Sheet>
  )
}

function Said({ form: { draft, today } }: { form: Form }) {
  const { on, said } = draft.value
  return (
    <View>
      <DateField
        label={words.on}
        value={on}
        until={today}
        shown={on && fullDay(on)}
        placeholder={words.choose}
        onChange={(day) => draft.change({ on: day })}
      />
      <View className="mt3">
        <DraftBox
          draft={draft}
          label={words.what}
          text={said}
          max={maxTaskWords}
          height={72}
          onInput={(typed) => draft.change({ said: typed })}
        />
      </View>
    </View>
  )
}

/** What the plan names, and what of it is not there yet; without a plan's word any one kind. */
function Asked({ form: { named, lacking }, words: said }: ProofProps) {
  if (named.length === 0)
    return (
      <View className="between mb2">
        <View className="name">{evidenceWords.proof}</View>
        <View className="sub">{evidenceWords.anyOne}</View>
      </View>
    )
  return (
    <View className="mb2">
      <View className="between">
        <View className="name">{proofWords.must(named)}</View>
        <View className="sub" role="status">
          {lacking.length > 0 ? proofWords.lacking(lacking) : proofWords.whole}
        </View>
      </View>
      {said && <View className="sub">{proofWords.planSays(said)}</View>}
    </View>
  )
}

interface ProofProps {
  form: Form
  words: string | null
}

function Proof({ form, words: said }: ProofProps) {
  const { draft, before, photos, files, secrets } = form
  const list = { max: maxAttached, removeLabel: evidenceWords.removePaper }
  return (
    <View className="mt3">
      <Asked form={form} words={said} />
      <View className="sub mb2">{evidenceWords.photos}</View>
      <PhotoRow
        {...photos}
        onSite={{
          text: onSitePhotoWords.take,
          onTap: () => photos.takeOnSite(before.photos[0]?.src),
        }}
      />
      <UncheckedShots files={draft.value.photos} />
      <View className="sub mt3 mb2">{evidenceWords.beforeIfAny}</View>
      <PhotoRow {...before} />
      <View className="mt3">
        <TextField
          key={`paper${draft.generation}`}
          label={words.paperNumber}
          hint={words.paperHint}
          initial={draft.value.paper}
          max={maxPaperNumber}
          onInput={(typed) => draft.change({ paper: typed })}
        />
      </View>
      <View className="sub mt3 mb2">{evidenceWords.papers}</View>
      <FormDocuments
        {...list}
        {...files}
        files={draft.value.files}
        addText={evidenceWords.addPaper}
      />
      <View className="sub mt3 mb2">{evidenceWords.secretLine}</View>
      <FormDocuments
        {...list}
        {...secrets}
        files={draft.value.secrets}
        addText={evidenceWords.addSecret}
      />
    </View>
  )
}
