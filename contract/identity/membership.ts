import { roles } from '@/domain/organization/role'
import { id, namedRef, oneOf, region } from '../fields'
import * as z from '../zod'

export const membershipView = z.strictObject({
  id,
  role: oneOf(roles),
  unit: namedRef,
  region,
})
