import { regionLevels } from '@/domain/organization/region'
import { staffRoles } from '@/domain/organization/role'
import { unitKinds } from '@/domain/organization/unit'
import { id, oneOf, phone, regionCode, text } from '../fields'
import { maxInvitedName } from './limits'
import * as z from '../zod'

/** Rows of the organisation's tables, as they are filled from Excel by the administrator. */

export const invitableRole = oneOf(staffRoles)

export const regionRow = z.strictObject({
  code: regionCode,
  name: text(40),
  level: oneOf(regionLevels),
  parentCode: z.nullable(regionCode),
})

export const unitRow = z.strictObject({
  /** Stable key given by the administrator, so that a second import changes and does not add. */
  key: id,
  name: text(60),
  kind: oneOf(unitKinds),
  regionCode,
  aliases: z.array(text(60)).check(z.maxLength(20)),
  phone: z.nullable(text(30)),
})

/** Who is to be invited. The telephone tells two of one name apart and is not kept. */
export const personRow = z.strictObject({
  name: text(maxInvitedName),
  phone,
  unitKey: id,
  role: invitableRole,
})

/** An invitation's fate: made now, made before and not taken yet, taken, or never taken in time. */
export const invitationStates = ['invited', 'waiting', 'joined', 'expired'] as const
