import type { ActionName } from '@/contract/actions'

/** Actions that no page calls yet, with the number of the issue that brings the page. */
export const notOffered: Readonly<Partial<Record<ActionName, number>>> = {
  'enterprise.reopenTerms': 8,
  'feedback.merge': 8,
  'identity.importOrganization': 8,
  'notifier.listMyMessages': 8,
  'task.consult': 9,
}
