import { maxPaperNumber, maxPerson } from '@/contract/limits'
import { maxCertificate } from '@/contract/enterprise/limits'
import { View } from '@tarojs/components'
import { fullDay } from '@/copy/moment'
import { firmVisitWords as words, visitKindNames } from '@/copy/visit'
import { beijingDay } from '@/domain/calendar/day'
import { type VisitKind, visitKinds } from '@/domain/visit/visit'
import { blockedBy } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import type { Acting } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { RadioList } from '@/src/components/ask/choice/radio-list'
import { DateField } from '@/src/components/ask/field/date-field'
import { TextField } from '@/src/components/ask/field/text-field'
import { NoteBlock } from '@/src/components/show/note-block'
import { Sheet } from '@/src/components/frame/sheet'
import { serverNow } from '@/src/platform/clock'
import { useDraft } from '@/src/platform/use-draft'
import type { FirmVisit } from '../visit'

interface NoticeDraft {
  readonly approvalNumber: string
  readonly kind: VisitKind | null
  readonly officers: readonly { readonly name: string; readonly certificate: string }[]
  readonly on: string
}

const nobody = { name: '', certificate: '' }

/** 检查通知: by which approval, who comes, and on which day; the same form corrects it. */
export function NoticeSheet({ visit, act }: { visit: FirmVisit; act: Acting }) {
  const { id: visitId, notice } = visit
  const draft = useDraft<NoticeDraft>(`visitNotice.${visitId}.${visit.state}`, {
    approvalNumber: notice?.approvalNumber ?? '',
    kind: notice?.kind ?? null,
    officers: notice?.officers ?? [nobody, nobody],
    on: notice?.on ?? '',
  })
  const { approvalNumber, kind, officers, on } = draft.value
  const nameAt = (place: number, part: Partial<typeof nobody>) =>
    draft.change({
      officers: draft.read().officers.map((one, at) => (at === place ? { ...one, ...part } : one)),
    })
  const send = () => {
    if (kind === null) return
    const input = {
      ...{ visitId, approvalNumber: approvalNumber.trim(), kind, on },
      officers: officers.map(({ name, certificate }) => ({
        name: name.trim(),
        certificate: certificate.trim(),
      })),
    }
    const following = { told: words.notified }
    const sent = notice
      ? deed('enterprise.correctVisit', input, following)
      : deed('enterprise.notifyVisit', input, following)
    void act.run(sent, draft)
  }
  return (
    <Sheet
      open
      title={notice ? words.correct : words.notify}
      onClose={act.close}
      foot={
        <ActionButton
          text={notice ? words.correct : words.notify}
          busy={act.busy}
          blocked={blockedBy(
            !approvalNumber.trim() && words.approvalNeeded,
            kind === null && words.kindNeeded,
            officers.some(({ name, certificate }) => !name.trim() || !certificate.trim()) &&
              words.officersNeeded,
            !on && words.dayNeeded,
          )}
          onTap={send}
        />
      }
    >
      <RefusalNote text={act.refusal} />
      <RestoredNote draft={draft} />
      <NoteBlock icon="info">{words.notifyLine}</NoteBlock>
      <View key={draft.generation} className="mt4">
        <TextField
          label={words.approval}
          hint={words.approvalHint}
          initial={approvalNumber}
          max={maxPaperNumber}
          onInput={(typed) => draft.change({ approvalNumber: typed })}
        />
        {officers.map((officer, place) => (
          <View key={place} className="mt4">
            <TextField
              label={words.officerNth(place + 1)}
              initial={officer.name}
              max={maxPerson}
              onInput={(name) => nameAt(place, { name })}
            />
            <TextField
              label={words.certificateNth(place + 1)}
              initial={officer.certificate}
              max={maxCertificate}
              onInput={(certificate) => nameAt(place, { certificate })}
            />
          </View>
        ))}
      </View>
      <View className="name mt3 mb2">{words.kind}</View>
      <RadioList
        label={words.kind}
        options={visitKinds.map((each) => ({ value: each, text: visitKindNames[each] }))}
        value={kind}
        onChange={(chosen) => draft.change({ kind: chosen })}
        pairs
      />
      <View className="mt4">
        <DateField
          label={words.day}
          value={on}
          from={beijingDay(serverNow())}
          until={visit.lastOn}
          shown={on && fullDay(on)}
          placeholder={words.chooseDay}
          onChange={(day) => draft.change({ on: day })}
        />
      </View>
    </Sheet>
  )
}
