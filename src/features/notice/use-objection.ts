import { objectionWords as words } from '@/copy/objection'
import type { ObjectionGround } from '@/domain/objection/objection'
import { askAtTap } from '@/src/acting/consent'
import { useDelivery } from '@/src/acting/use-delivery'
import type { KeptVoice } from '@/src/acting/use-form-voice'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { newLookupCode } from '@/src/platform/key'
import type { KeptFile } from '@/src/platform/kept-file'
import { useDraft } from '@/src/platform/use-draft'

interface ObjectionDraft {
  readonly ground: ObjectionGround | null
  readonly words: string
  readonly contactPhone: string
  readonly photos: readonly KeptFile[]
  readonly voice: KeptVoice | null
}

const nothing: ObjectionDraft = {
  ground: null,
  words: '',
  contactPhone: '',
  photos: [],
  voice: null,
}

/** An objection: its draft and its way out; `report` is what a late one became. */
export function useObjection(taskId: string, reload: () => Promise<void>) {
  const draft = useDraft<ObjectionDraft>(`objection.${taskId}`, nothing)
  const delivery = useDelivery('feedback.lodgeObjection', draft, ({ reply }) => {
    if (reply.report) return
    toast(words.sent)
    void reload()
  })
  const send = async () => {
    const { ground, words: said, contactPhone, photos, voice } = draft.read()
    if (ground === null) return
    const asked = askAtTap(['answerReady'])
    // It may arrive too late and become a report, which has a code.
    const { code, hash } = await newLookupCode()
    const files = { photoIds: [], voiceId: null }
    const input = { taskId, ground, words: said.trim(), ...files, lookupHash: hash }
    await delivery.send(
      { ...input, contactPhone: contactPhone.trim() || null },
      {
        attachments: [
          ...photos.map((file) => ({ file, field: 'photoIds', many: true })),
          ...(voice ? [{ file: voice, field: 'voiceId', many: false }] : []),
        ],
        lookupCode: code,
      },
    )
    await asked
  }
  const report = delivery.delivered?.reply.report ?? null
  return { draft, typed: draft.value, delivery, report, send }
}
