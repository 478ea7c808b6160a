import { maxAnnounced, maxPhotosOfMeasure } from '@/contract/task/limits'
import type { ActionInput } from '@/contract/actions'
import { verifyWords as words } from '@/copy/close-out'
import { beijingDay } from '@/domain/calendar/day'
import { useDelivery } from '@/src/acting/use-delivery'
import { dropFiles } from '@/src/acting/use-form-photos'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { serverNow } from '@/src/platform/clock'
import type { KeptFile } from '@/src/platform/kept-file'
import { type Attachment, lostFiles } from '@/src/platform/outbox-item'
import { useDraft } from '@/src/platform/use-draft'
import { disputeOf, type TypedDispute } from '../components/standard-dispute'
import type { SiteVisit } from '../site-visit'

interface Seen {
  readonly inPlace: boolean | null
  readonly words: string
  readonly photos: readonly KeptFile[]
}
interface Typed extends TypedDispute {
  readonly seen: Readonly<Record<string, Seen>>
  /** Chosen colleague, or nobody where an expert is typed. */
  readonly membershipId: string
  readonly name: string
  readonly unitName: string
  /** The province's step is of two who are both only typed. */
  readonly secondName: string
  /** By the hand of the second, as a picture. */
  readonly signature: KeptFile | null
  readonly paperNumber: string
  readonly words: string
  readonly reworkOn: string
}

const nothing: Typed = {
  seen: {},
  membershipId: '',
  name: '',
  unitName: '',
  secondName: '',
  signature: null,
  paperNumber: '',
  words: '',
  reworkOn: '',
}
/** The signature is one of the files of the same call. */
const maxPhotos = maxAnnounced - 1
const unseen: Seen = { inPlace: null, words: '', photos: [] }

/** Whoever owes a measure is asked to do it again. */
const demandsOf = ({ parts }: SiteVisit, measureId: string, said: string) => {
  const owing = parts
    .filter((part) => part.measureId === measureId && !part.noPart)
    .map(({ unit }) => unit.id)
  return [...new Set(owing)].map((unitId) => ({ unitId, words: said, measureIds: [measureId] }))
}

const seenIn = ({ seen }: Typed, measureId: string): Seen => seen[measureId] ?? unseen

const missedIn = ({ measures }: SiteVisit, typed: Typed) =>
  measures.filter(({ id }) => seenIn(typed, id).inPlace === false)

/** The first without a photo and without a word of what it was judged by; the province's step is recorded by its paper. */
const unseenIn = ({ level, measures }: SiteVisit, typed: Typed): number =>
  level === 'province'
    ? -1
    : measures.findIndex(({ id }) => {
        const { photos, words: said } = seenIn(typed, id)
        return photos.length === 0 && !said.trim()
      })

const othersOf = ({ level }: SiteVisit, typed: Typed) => {
  const expert = (name: string) => ({ name: name.trim(), unitName: typed.unitName.trim() })
  if (level === 'province') return [expert(typed.name), expert(typed.secondName)]
  return [typed.membershipId ? { membershipId: typed.membershipId } : expert(typed.name)]
}

const reworkOf = (visit: SiteVisit, typed: Typed) => {
  const missed = missedIn(visit, typed)
  if (missed.length === 0) return null
  return {
    on: typed.reworkOn,
    reason: typed.words.trim(),
    demands: missed.flatMap(({ id }) => demandsOf(visit, id, seenIn(typed, id).words.trim())),
  }
}

const inputOf = (visit: SiteVisit, typed: Typed): ActionInput<'task.verify'> => ({
  taskId: visit.id,
  level: visit.level,
  cycle: visit.cycle,
  // Kept now and perhaps sent days later.
  seenOn: beijingDay(serverNow()),
  others: othersOf(visit, typed),
  measures: visit.measures.map(({ id }) => ({
    measureId: id,
    inPlace: seenIn(typed, id).inPlace === true,
    words: seenIn(typed, id).words.trim(),
  })),
  words: typed.words.trim(),
  paperNumber: typed.paperNumber.trim() || null,
  rework: reworkOf(visit, typed),
  dispute: disputeOf(typed),
})

/** Each file with its place in the input. */
const attachmentsOf = ({ measures }: SiteVisit, typed: Typed): Attachment[] => [
  ...measures.flatMap(({ id }, place) =>
    seenIn(typed, id).photos.map((file) => ({
      file,
      field: `measures.${place}.photoIds`,
      many: true,
    })),
  ),
  ...(typed.signature
    ? [{ file: typed.signature, field: 'others.0.signatureId', many: false }]
    : []),
]

/**
 * 现场核查: what is typed and photographed, kept on the phone until it has arrived once.
 * @param then what follows when it has
 */
export function useVerify(visit: SiteVisit, then: () => void) {
  const draft = useDraft<Typed>(`verify.${visit.id}.${visit.cycle}.${visit.level}`, nothing)
  const delivery = useDelivery('task.verify', draft, ({ item }) => {
    const lost = lostFiles(item).length
    const { rework } = item.input
    toast(lost > 0 ? words.lostFiles(lost) : rework ? words.returned : words.passed)
    then()
  })
  const typed = draft.value
  const see = (measureId: string, change: Partial<Seen>) => {
    const { seen } = draft.read()
    draft.change({
      seen: { ...seen, [measureId]: { ...(seen[measureId] ?? unseen), ...change } },
    })
  }
  return {
    draft,
    delivery,
    typed,
    see,
    seenOf: (measureId: string) => seenIn(typed, measureId),
    photosNow: (measureId: string) => seenIn(draft.read(), measureId).photos,
    missed: missedIn(visit, typed),
    unseen: unseenIn(visit, typed),
    maxPhotosEach: Math.max(
      1,
      Math.min(maxPhotosOfMeasure, Math.floor(maxPhotos / Math.max(1, visit.measures.length))),
    ),
    send: () => {
      const said = draft.read()
      return delivery.send(inputOf(visit, said), { attachments: attachmentsOf(visit, said) })
    },
    dropAll: () => dropFiles(attachmentsOf(visit, draft.read()).map(({ file }) => file)),
  }
}
