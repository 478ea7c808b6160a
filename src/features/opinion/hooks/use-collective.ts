import { maxOpinionWords } from '@/contract/opinion/limits'
import { collectiveWords as words } from '@/copy/opinion'
import type { ActionOutput } from '@/contract/actions'
import type { Satisfaction } from '@/domain/opinion/satisfaction'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { useDelivery } from '@/src/acting/use-delivery'
import { useFormPhotos } from '@/src/acting/use-form-photos'
import { toast } from '@/src/components/frame/toast/toast-bus'
import type { KeptFile } from '@/src/platform/kept-file'
import type { Attachment } from '@/src/platform/outbox-item'
import { useDraft } from '@/src/platform/use-draft'

export type Collective = ActionOutput<'opinion.getCollective'>

interface CollectiveDraft {
  readonly satisfaction: Satisfaction | null
  readonly words: string
  readonly meetingOn: string
  readonly present: string
  readonly photos: readonly KeptFile[]
}

const nothing: CollectiveDraft = {
  satisfaction: null,
  words: '',
  meetingOn: '',
  present: '',
  photos: [],
}

const countOf = (typed: string): number => (/^[1-9]\d{0,3}$/.test(typed) ? Number(typed) : 0)

/** The word of a branch or committee: meeting, minutes and opinion, as typed and as sent. */
export function useCollective({ id: opinionId }: Collective, reload: () => Promise<void>) {
  const draft = useDraft<CollectiveDraft>(`collective.${opinionId}`, nothing)
  const delivery = useDelivery('opinion.giveCollective', draft, () => {
    toast(words.sent)
    void reload()
  })
  const photos = useFormPhotos(
    draft.value.photos,
    () => draft.read().photos,
    (chosen) => draft.change({ photos: chosen }),
  )
  const typed = draft.value
  const send = () => {
    const now = draft.read()
    if (now.satisfaction === null) return
    const attachments = now.photos.map((file): Attachment => ({
      file,
      field: 'minutesIds',
      many: true,
    }))
    void delivery.send(
      {
        opinionId,
        satisfaction: now.satisfaction,
        words: now.words.trim(),
        meetingOn: now.meetingOn,
        present: countOf(now.present),
        minutesIds: [],
      },
      { attachments },
    )
  }
  return {
    draft,
    typed,
    photos,
    send,
    delivery,
    blocked: blockedBy(
      typed.meetingOn === '' && words.dayNeeded,
      countOf(typed.present) === 0 && words.presentNeeded,
      typed.photos.length === 0 && words.minutesNeeded,
      typed.satisfaction === null && words.satisfactionNeeded,
      tooLong(typed.words, maxOpinionWords),
    ),
  }
}
