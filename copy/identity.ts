import type { Role } from '@/domain/organization/role'

export const roleNames: Readonly<Record<Role, string>> = {
  resident: '群众',
  villageOfficer: '村（社区）干部',
  enterpriseAgent: '企业',
  unitStaff: '责任单位经办',
  unitLeader: '责任单位负责人',
  coordinator: '整改办',
  intake: '信访受理',
  inspector: '整改督导组',
  enforcer: '执法单位',
  caseOfficer: '案件查办组',
  publisher: '宣传',
  financeOfficer: '财政',
  auditor: '审计',
  cityLeader: '市领导',
  administrator: '系统管理员',
  system: '系统',
}
