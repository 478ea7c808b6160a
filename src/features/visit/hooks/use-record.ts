import { maxPaperBytes } from '@/contract/limits'
import { maxAttached } from '@/contract/limits'
import { maxFound } from '@/contract/enterprise/limits'
import { firmVisitWords as words } from '@/copy/visit'
import { beijingDay } from '@/domain/calendar/day'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { useDelivery } from '@/src/acting/use-delivery'
import { useFormDocuments } from '@/src/acting/use-form-documents'
import { dropFiles, useFormPhotos } from '@/src/acting/use-form-photos'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { serverNow } from '@/src/platform/clock'
import type { KeptFile } from '@/src/platform/kept-file'
import type { Attachment } from '@/src/platform/outbox-item'
import { useDraft } from '@/src/platform/use-draft'
import type { FirmVisit } from '../visit'

const limits = { extensions: ['pdf'], maxBytes: maxPaperBytes }

export const outcomes = ['yes', 'no', 'none'] as const
export type Outcome = (typeof outcomes)[number]

interface Found {
  readonly outcome: Outcome | null
  readonly words: string
}

interface RecordDraft {
  readonly on: string
  readonly found: Readonly<Record<string, Found>>
  readonly receivedBy: string
  readonly photos: readonly KeptFile[]
  readonly papers: readonly KeptFile[]
}

const nothingFound: Found = { outcome: null, words: '' }
const inOrderOf: Readonly<Record<Outcome, boolean | null>> = { yes: true, no: false, none: null }

/** 现场检查记录, kept on the phone until it has arrived: a firm's yard may have no network. */
export function useRecord({ id: visitId, matters }: FirmVisit, then: () => void) {
  const today = beijingDay(serverNow())
  const draft = useDraft<RecordDraft>(`visitRecord.${visitId}`, {
    ...{ on: today, found: {}, receivedBy: '' },
    ...{ photos: [], papers: [] },
  })
  const delivery = useDelivery('enterprise.recordVisit', draft, () => {
    toast(words.recorded)
    then()
  })
  const typed = draft.value
  const photos = useFormPhotos(
    typed.photos,
    () => draft.read().photos,
    (chosen) => draft.change({ photos: chosen }),
    maxAttached - typed.papers.length,
  )
  const papers = useFormDocuments(
    () => draft.read().papers,
    (chosen) => draft.change({ papers: chosen }),
    limits,
  )
  const foundOf = (id: string): Found => typed.found[id] ?? nothingFound
  const find = (id: string, part: Partial<Found>) => {
    const { found } = draft.read()
    draft.change({ found: { ...found, [id]: { ...(found[id] ?? nothingFound), ...part } } })
  }
  const send = () => {
    const { on, found, receivedBy, photos: taken, papers: added } = draft.read()
    const files = [...taken, ...added]
    const attachments = files.map((file): Attachment => ({ file, field: 'fileIds', many: true }))
    const findings = matters.map(({ id }) => {
      const { outcome, words: said } = found[id] ?? nothingFound
      return { matterId: id, inOrder: outcome && inOrderOf[outcome], words: said.trim() }
    })
    const input = { visitId, on, findings, receivedBy: receivedBy.trim(), fileIds: [] }
    void delivery.send(input, { attachments })
  }
  const left = matters.filter(({ id }) => !foundOf(id).outcome || !foundOf(id).words.trim())
  return {
    today,
    draft,
    typed,
    delivery,
    photos,
    papers,
    foundOf,
    find,
    send,
    dropAll: () => dropFiles([...typed.photos, ...typed.papers]),
    blocked: blockedBy(
      left.length > 0 && words.left(left.length),
      ...matters.map(({ id }) => tooLong(foundOf(id).words, maxFound)),
      !typed.receivedBy.trim() && words.receiverNeeded,
      typed.photos.length + typed.papers.length === 0 && words.proofNeeded,
    ),
  }
}
