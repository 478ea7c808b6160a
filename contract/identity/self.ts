import { read, repeatable, write } from '../action'
import { count, empty, id, isoDay, region, regionCode, text } from '../fields'
import { membershipView } from './membership'
import { consentView } from '../notifier/consent'
import { maxCode } from './limits'
import * as z from '../zod'

/** Who calls, and what of it they set themselves. */
export const selfActions = {
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
  'identity.acceptInvitation': write(
    'person',
    z.strictObject({ code: text(maxCode) }),
    z.strictObject({ membership: membershipView }),
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
