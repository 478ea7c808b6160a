import type { ActionsOf } from '@/contract/actions'
import { fieldsOf } from '@/domain/known'

/**
 * 完全匿名: uploads and reports that ask for it, and everything done by the lookup code. The
 * kit drops the openid of such a call before it looks anything up, logs or stores. A look by the code
 * alone knows who calls, to count the codes that open nothing; one that opens a report stores nothing.
 */
export const leavesNoTrace = (action: ActionsOf<'feedback'>, input: unknown): boolean => {
  if (action === 'feedback.lookUp') return false
  // Whoever objects is known to intake; the hash is for the report that it may become.
  if (action === 'feedback.lodgeObjection') return false
  const { anonymous, protection, lookupHash } = fieldsOf(input)
  // A named report carries a lookup hash too: there it only says how to find it again.
  const isFollowUp = lookupHash !== undefined && protection === undefined
  return anonymous === true || protection === 'anonymous' || isFollowUp
}
