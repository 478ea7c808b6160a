import { keysOf } from '@/domain/known'
import { maxTaskWords } from '@/contract/task/limits'
import { maxPaperBytes } from '@/contract/limits'
import { proofWords } from '@/copy/proof'
import { evidenceWords, partWords as words } from '@/copy/task-parts'
import type { ActionInput } from '@/contract/actions'
import { beijingDay } from '@/domain/calendar/day'
import { lackingProof, type ProofKind, whyUnproven } from '@/domain/proof'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { serverNow } from '@/src/platform/clock'
import type { KeptFile } from '@/src/platform/kept-file'
import type { Attachment } from '@/src/platform/outbox-item'
import { useDraft } from '@/src/platform/use-draft'
import { blockedBy, tooLong } from './blocked'
import { askAtTap } from './consent'
import { useDelivery } from './use-delivery'
import { useFormDocuments } from './use-form-documents'
import { dropFiles, useFormPhotos } from './use-form-photos'

const limits = {
  extensions: ['pdf', 'docx', 'xlsx', 'doc', 'xls'],
  maxBytes: maxPaperBytes,
}

type Field = 'before' | 'photos' | 'files' | 'secrets'

/** Which list of the input the files of a list of the form go into. */
const fieldOf: Readonly<Record<Field, string>> = {
  before: 'beforeIds',
  photos: 'photoIds',
  files: 'fileIds',
  secrets: 'secretFileIds',
}
const fields = keysOf(fieldOf)
const none: readonly KeptFile[] = []

interface Said {
  readonly on: string
  readonly words: string
  readonly paperNumber: string | null
}

interface DoneFormProps<N extends 'task.reportDone' | 'enterprise.reportNode'> {
  /** Under which the draft is kept. */
  readonly name: string
  readonly action: N
  readonly inputOf: (said: Said) => ActionInput<N>
  /** What a plan names to prove it; without it any one kind is enough. */
  readonly named?: readonly ProofKind[]
  readonly then: () => void
}

/** 报完成: day, words and what proves it, kept on the phone until it has arrived. */
export function useDoneForm<N extends 'task.reportDone' | 'enterprise.reportNode'>({
  name,
  action,
  inputOf,
  named = [],
  then,
}: DoneFormProps<N>) {
  const today = beijingDay(serverNow())
  const empty = {
    on: today,
    said: '',
    paper: '',
    before: none,
    photos: none,
    files: none,
    secrets: none,
  }
  const draft = useDraft(name, empty)
  const delivery = useDelivery(action, draft, ({ item }) => {
    const lost = item.attachments.flatMap(({ lost: why, file }, at) =>
      why ? [file.name || evidenceWords.photoNth(at + 1)] : [],
    )
    toast(lost.length > 0 ? evidenceWords.lost(lost) : words.reported)
    then()
  })
  const filesOf = (field: Field): readonly KeptFile[] => draft.read()[field]
  const change = (field: Field) => (files: readonly KeptFile[]) => draft.change({ [field]: files })
  const { on, said, paper, ...lists } = draft.value
  const before = useFormPhotos(lists.before, () => filesOf('before'), change('before'))
  const photos = useFormPhotos(lists.photos, () => filesOf('photos'), change('photos'))
  const files = useFormDocuments(() => filesOf('files'), change('files'), limits)
  const secrets = useFormDocuments(() => filesOf('secrets'), change('secrets'), limits)

  const all = fields.flatMap((field) => lists[field])
  const shown = {
    photoIds: lists.photos.map(({ key }) => key),
    fileIds: [...lists.files, ...lists.secrets].map(({ key }) => key),
    paperNumber: paper,
  }
  const lacking = lackingProof(shown, named)
  const send = async () => {
    const asked = askAtTap(['deadline'])
    const attachments = fields.flatMap((field) =>
      filesOf(field).map((file): Attachment => ({ file, field: fieldOf[field], many: true })),
    )
    const input = inputOf({ on, words: said.trim(), paperNumber: paper.trim() || null })
    await delivery.send(input, { attachments })
    // The phone's own question is still open: nothing moves under it.
    await asked
  }
  return {
    today,
    draft,
    waiting: delivery.waiting,
    busy: delivery.busy,
    refusal: delivery.refusal,
    before,
    photos,
    files,
    secrets,
    named,
    lacking,
    send,
    dropAll: () => dropFiles(all),
    blocked: blockedBy(
      !on && words.onNeeded,
      !said.trim() && words.whatNeeded,
      tooLong(said, maxTaskWords),
      lacking.length > 0 && proofWords.lackingToSend(named, lacking),
      whyUnproven(shown, []) && words.proofNeeded,
    ),
  }
}
