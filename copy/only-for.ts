import type { Role } from '@/domain/organization/role'
import { roleNames } from './identity'

/** A page opened in a role that it is not for. */
export const onlyForWords = {
  title: (page: string, roles: readonly Role[]) =>
    `“${page}”由${roles.map((role) => roleNames[role]).join('、')}使用`,
  line: (own: Role) => `您现在的身份是${roleNames[own]}，不能办这件事。有别的身份，请先换过来。`,
  switch: '换身份',
}
