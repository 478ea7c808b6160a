/** What a person does here; a Membership gives one role at one unit or for one region. */
export const roles = [
  'resident', // 群众
  'villageOfficer', // 村(社区)党支部 / 村民委员会
  'enterpriseAgent', // 企业
  'unitStaff', // 责任单位经办
  'unitLeader', // 责任单位负责人
  'coordinator', // 整改办
  'intake', // 信访受理
  'inspector', // 整改督导组
  'enforcer', // 执法单位
  'caseOfficer', // 案件查办和责任追究组
  'publisher', // 宣传
  'financeOfficer', // 财政
  'auditor', // 审计
  'cityLeader', // 市领导
  'administrator', // 系统管理
  'system', // timers
] as const

export type Role = (typeof roles)[number]

/** Roles a person can be invited to; residents need no invitation, `system` is no person. */
export type StaffRole = Exclude<Role, 'resident' | 'system'>
const isStaffRole = (role: Role): role is StaffRole => role !== 'resident' && role !== 'system'
export const staffRoles: readonly StaffRole[] = roles.filter(isStaffRole)
