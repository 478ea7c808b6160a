/** A code of an invitation, as it is typed. */
export const maxCode = 40
/** The name of a person who is invited. */
export const maxInvitedName = 30
/** The paper that makes a body one of enforcement. */
export const maxEnforcementPaper = 100
