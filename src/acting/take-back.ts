import { clearDraft, hasDraft, replaceDraft } from '@/src/platform/drafts'
import { onOutbox, readOutbox, releaseForm, takeFromOutbox } from '@/src/platform/outbox'
import type { OutboxItem } from '@/src/platform/outbox-item'

/**
 * Takes what waits back into its form, as it was, files and all.
 * @returns false when the form holds other words meanwhile, which must not be lost for it
 */
export function takeBack({ key, form }: OutboxItem): boolean {
  if (!form) return false
  const other = readOutbox().some(
    (item) => item.key !== key && item.form?.name === form.name && item.form.open,
  )
  if (!form.open && (other || hasDraft(form.name))) return false
  if (!takeFromOutbox(key)) return false
  replaceDraft(form.name, form.value)
  return true
}

/** The form is emptied for the next thing; what was said there waits on its own. */
export function beginAnother({ key, form }: OutboxItem) {
  releaseForm(key)
  if (form) clearDraft(form.name)
}

/** At start: a draft goes when its words have arrived, also while its page is closed. */
export const clearDeliveredDrafts = () =>
  onOutbox((event) => {
    if (event.kind !== 'sent') return
    const { form } = event.item
    if (form?.open) clearDraft(form.name)
  })
