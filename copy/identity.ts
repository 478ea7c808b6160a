import type { Role } from '@/domain/organization/role'
import type { UnitKind } from '@/domain/organization/unit'

export const roleNames: Readonly<Record<Role, string>> = {
  resident: '群众',
  villageOfficer: '村（社区）干部',
  enterpriseAgent: '企业',
  unitStaff: '责任单位经办',
  unitLeader: '责任单位负责人',
  coordinator: '整改办',
  intake: '信访受理',
  inspector: '整改督导组',
  caseOfficer: '案件查办组',
  publisher: '宣传',
  financeOfficer: '财政',
  auditor: '审计',
  cityLeader: '市领导',
  administrator: '系统管理员',
  system: '系统',
}

export const unitKindNames: Readonly<Record<UnitKind, string>> = {
  department: '部门',
  government: '县（市、区）党委和政府',
  zone: '功能区管委会',
  town: '镇（街道）',
  partyBranch: '村（社区）党支部',
  villagersCommittee: '村民委员会',
  enterprise: '企业',
  specialGroup: '专项小组',
}
