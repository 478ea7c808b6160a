import type { Actor } from '@/domain/organization/actor'
import type { Cipher } from './cipher'

/** Who sends or asks for the own reports: a person, or a village officer in that office. */
export type Reporter = Pick<Actor, 'personId' | 'membershipId' | 'role'>

/**
 * The digest by which somebody finds the own reports again. 代填 is an act of the office and its
 * audit names the branch: under one digest it would lead to what its officer reports privately.
 *
 * @throws when there is no person: anonymous reports have no such digest
 */
export const reporterKeyOf = (
  cipher: Pick<Cipher, 'blind'>,
  { personId, membershipId, role }: Reporter,
): string => {
  if (personId === null) throw new Error('nobody has no reports of their own')
  return role === 'villageOfficer' && membershipId !== null
    ? cipher.blind(`reporter ${personId} ${membershipId}`)
    : cipher.blind(`reporter ${personId}`)
}
