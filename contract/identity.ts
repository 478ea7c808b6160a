import { alarmKinds } from '@/domain/operations/watch'
import { roles } from '@/domain/organization/role'
import { unitKinds } from '@/domain/organization/unit'
import { read, repeatable, write } from './action'
import {
  count,
  empty,
  id,
  instant,
  isoDay,
  namedRef,
  oneOf,
  region,
  regionCode,
  text,
  upTo,
} from './fields'
import { consentView } from './notifier/consent'
import { invitableRole, invitationStates, personRow, regionRow, unitRow } from './organization-rows'
import * as z from './zod'

const membershipView = z.strictObject({
  id,
  role: oneOf(roles),
  unit: namedRef,
  region,
})

export const identityActions = {
  /** Who the caller is, what they may act as, and what every page's foot shows. */
  'identity.whoAmI': read(
    'anyone',
    empty,
    z.strictObject({
      memberships: z.array(membershipView),
      actingAs: z.nullable(id),
      village: z.nullable(region),
      consents: z.array(consentView),
      /** How often intake looked at this person's reports. */
      identityLooks: count,
      host: z.strictObject({
        name: z.string(),
        cityName: z.string(),
        cityRegion: regionCode,
        filingNumber: z.string(),
        complaintPhone: z.string(),
      }),
    }),
  ),
  /** 自报所在村: self-declared, only to show the own village's tasks. Null clears it. */
  'identity.setVillage': repeatable(
    'person',
    z.strictObject({ regionCode: z.nullable(regionCode) }),
    z.strictObject({ village: z.nullable(region) }),
  ),
  /** Units this person may choose among, e.g. to assign; by words of the name. */
  'identity.listUnits': read(
    'member',
    z.strictObject({
      query: z.optional(z.string().check(upTo(30))),
      kind: z.optional(oneOf(unitKinds)),
      regionCode: z.optional(regionCode),
      cursor: z.optional(z.string()),
    }),
    z.strictObject({
      items: z.array(z.strictObject({ id, name: z.string(), kind: oneOf(unitKinds), region })),
      cursor: z.nullable(z.string()),
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
      members: z.array(
        z.strictObject({
          membershipId: id,
          /** As the office that invited knows the person; null where nobody was invited. */
          name: z.nullable(z.string()),
          role: oneOf(roles),
          region,
          since: isoDay,
          /** The caller's own: nobody ends the one they act by. */
          isOwn: z.boolean(),
          /** Other memberships of the same person: who holds what. */
          alsoActsAs: z.array(z.strictObject({ role: oneOf(roles), unitName: z.string() })),
        }),
      ),
      /** There are more than a page shows. */
      more: z.boolean(),
    }),
  ),
  /** 系统运行: counts and alarms for the administrator; names codes, never a person or a thing. */
  'identity.getWatch': read(
    'member',
    empty,
    z.strictObject({
      alarms: z.array(
        z.strictObject({
          kind: oneOf(alarmKinds),
          about: z.nullable(z.string()),
          lastAt: z.nullable(instant),
        }),
      ),
      timers: z.array(
        z.strictObject({
          functionName: z.string(),
          everyMinutes: count,
          lastAt: z.nullable(instant),
          isLate: z.boolean(),
        }),
      ),
      /** Notices that no message was made of yet; each count ends at `mostWaiting`. */
      outbox: count,
      /** Messages not sent yet, and those of them that could have been for an hour. */
      messages: z.strictObject({ pending: count, stuck: count }),
      /** Of the last seven days, newest first. Sends by WeChat's code; `0` is a consent spent. */
      sends: z.array(z.strictObject({ on: isoDay, code: z.string(), template: z.string(), count })),
      errors: z.array(
        z.strictObject({ on: isoDay, functionName: z.string(), code: z.string(), count }),
      ),
      /** Bytes in files, as measured last; null before the first time. */
      storedBytes: z.nullable(count),
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
      name: text(30),
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
  'identity.acceptInvitation': write(
    'person',
    z.strictObject({ code: text(40) }),
    z.strictObject({ membership: membershipView }),
  ),
  /** Takes a membership away at once. */
  'identity.endMembership': write(
    'member',
    z.strictObject({ membershipId: id }),
    z.strictObject({ ended: z.boolean() }),
  ),
  /** The reporter's lookup: which of my things were looked at (每次查看留痕). */
  'identity.listLooks': read(
    'person',
    empty,
    z.strictObject({
      items: z.array(z.strictObject({ on: isoDay, number: z.string(), reason: z.string() })),
    }),
  ),
} as const
