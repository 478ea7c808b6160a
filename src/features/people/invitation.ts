import type { StaffRole } from '@/domain/organization/role'

/** What the office says of who is invited. */
export interface InviteForm {
  readonly name: string
  readonly role: StaffRole | null
}

/** A code that was just made; it is shown once. */
export interface Invitation {
  readonly code: string
  readonly name: string
  readonly role: StaffRole
  /** Epoch milliseconds. */
  readonly expiresAt: number
}
