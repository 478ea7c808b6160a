import type { Settings } from '@/domain/settings'

const dayMs = 86_400_000

/** When an invitation that is made now ends, in epoch milliseconds. */
export const expiryOf = (now: number, { invitationDays }: Pick<Settings, 'invitationDays'>) =>
  now + invitationDays * dayMs
