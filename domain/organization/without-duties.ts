import type { Role } from './role'

/** Roles that read or keep what others do: nothing is owed by them, and nobody promises them a reminder. */
export const rolesWithoutDuties: readonly Role[] = [
  'caseOfficer',
  'financeOfficer',
  'auditor',
  'administrator',
]
