import { callAction } from '@/src/platform/call-action'

/**
 * Link of the first photo from before the work on one of these parts; null where there is none.
 * @throws CallError when it cannot be asked
 */
export async function linkBefore(
  taskId: string,
  parts: readonly { readonly id: string }[],
): Promise<string | null> {
  for (const { id: partId } of parts) {
    const { items } = await callAction('task.listEvidence', { taskId, partId })
    const before = items.find(({ use, url, former }) => use === 'before' && url && !former)
    if (before) return before.url
  }
  return null
}
