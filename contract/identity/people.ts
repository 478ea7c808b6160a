import { staffRoles } from '@/domain/organization/role'
import { unitKinds } from '@/domain/organization/unit'
import { read, repeatable, write } from '../action'
import {
  count,
  cursor,
  id,
  instant,
  isoDay,
  oneOf,
  region,
  regionCode,
  text,
  upTo,
} from '../fields'
import { invitableRole, invitationStates, personRow, regionRow, unitRow } from './rows'
import { maxEnforcementPaper, maxInvitedName } from './limits'
import { maxQuery } from '../limits'
import * as z from '../zod'

/** 单位和人员: who acts for which unit. */
export const peopleActions = {
  /** Units this person may choose among, e.g. to assign; by words of the name. */
  'identity.listUnits': read(
    'member',
    z.strictObject({
      query: z.optional(z.string().check(upTo(maxQuery))),
      kind: z.optional(oneOf(unitKinds)),
      regionCode: z.optional(regionCode),
      /** Enforcement bodies only. */
      enforcing: z.optional(z.literal(true)),
      cursor: z.optional(cursor),
    }),
    z.strictObject({
      items: z.array(z.strictObject({ id, name: z.string(), kind: oneOf(unitKinds), region })),
      cursor: z.nullable(cursor),
    }),
  ),
  /** 单位和人员: who acts for a unit, for the administrator of its region. */
  'identity.getUnit': read(
    'member',
    z.strictObject({ unitId: id }),
    z.strictObject({
      id,
      name: z.string(),
      kind: oneOf(unitKinds),
      region,
      /** 执法依据; null where the unit is no enforcement body. */
      enforcementPaper: z.nullable(z.string()),
      members: z.array(
        z.strictObject({
          membershipId: id,
          /** As the office that invited knows the person; null where nobody was invited. */
          name: z.nullable(z.string()),
          role: oneOf(staffRoles),
          region,
          since: isoDay,
          /** The caller's own: nobody ends the one they act by. */
          isOwn: z.boolean(),
          /** Other memberships of the same person: who holds what. */
          alsoActsAs: z.array(z.strictObject({ role: oneOf(staffRoles), unitName: z.string() })),
        }),
      ),
      /** There are more than a page shows. */
      more: z.boolean(),
    }),
  ),
  'identity.importOrganization': repeatable(
    'member',
    z.strictObject({
      regions: z.array(regionRow).check(z.maxLength(500)),
      units: z.array(unitRow).check(z.maxLength(300)),
    }),
    z.strictObject({ regions: count, units: count }),
  ),
  /**
   * A one-time invitation; the code is shown once and only its hash is kept. `replacesId` hands over:
   * that membership, which must be of the same role, unit and region, ends when the code is taken.
   */
  'identity.invite': write(
    'member',
    z.strictObject({
      role: invitableRole,
      unitKey: id,
      regionCode,
      name: text(maxInvitedName),
      replacesId: z.optional(id),
    }),
    z.strictObject({ code: z.string(), expiresAt: instant }),
  ),
  /**
   * 人员 from Excel: one invitation for each row that has none yet. The same row again finds the one
   * that was made, and changes nothing; a code is told once.
   */
  'identity.invitePeople': write(
    'member',
    z.strictObject({ people: z.array(personRow).check(z.minLength(1), z.maxLength(50)) }),
    z.strictObject({
      items: z.array(
        z.strictObject({ state: oneOf(invitationStates), code: z.nullable(z.string()) }),
      ),
      expiresAt: instant,
    }),
  ),
  /** 执法单位: with the legal paper by which it may enter a firm; null takes the mark away. */
  'identity.markEnforcement': write(
    'member',
    z.strictObject({ unitId: id, paper: z.nullable(text(maxEnforcementPaper)) }),
    z.strictObject({ unitId: id, paper: z.nullable(z.string()) }),
  ),
  /** Takes a membership away at once. */
  'identity.endMembership': write(
    'member',
    z.strictObject({ membershipId: id }),
    z.strictObject({ ended: z.boolean() }),
  ),
} as const
