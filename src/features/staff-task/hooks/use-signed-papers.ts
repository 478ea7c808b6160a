import { maxPaperBytes } from '@/contract/limits'
import type { ActionInput, ActionName } from '@/contract/actions'
import { useDelivery } from '@/src/acting/use-delivery'
import { useFormDocuments } from '@/src/acting/use-form-documents'
import { dropFiles } from '@/src/acting/use-form-photos'
import { toast } from '@/src/components/frame/toast/toast-bus'
import type { KeptFile } from '@/src/platform/kept-file'
import { type Attachment, lostFiles } from '@/src/platform/outbox-item'
import type { Draft } from '@/src/platform/use-draft'

const limits = { extensions: ['pdf', 'jpg', 'jpeg', 'png', 'docx'], maxBytes: maxPaperBytes }

interface SignedPapers {
  readonly papers: readonly KeptFile[]
}

/** Actions that file a signed paper with its number. */
type Filing = Extract<
  ActionName,
  'task.signShare' | 'task.selfCheck' | 'task.approveCloseOut' | 'task.recordUpper'
>

/**
 * 盖章件 of a form, kept on the phone with its words until both have arrived.
 * @param told what is said once it has arrived, by how many papers were lost on the phone
 */
export function useSignedPapers<N extends Filing>(
  action: N,
  draft: Draft<SignedPapers>,
  told: (lost: number) => string,
  then: () => void,
) {
  const delivery = useDelivery(action, draft, ({ item }) => {
    toast(told(lostFiles(item).length))
    then()
  })
  const papersNow = () => draft.read().papers
  const papers = useFormDocuments(papersNow, (kept) => draft.change({ papers: kept }), limits)
  const send = (input: ActionInput<N>) => {
    const attachments = papersNow().map((file): Attachment => ({
      file,
      field: 'fileIds',
      many: true,
    }))
    return delivery.send({ ...input, fileIds: [] }, { attachments })
  }
  return { delivery, papers, send, dropAll: () => dropFiles(papersNow()) }
}
