import type { RegionLevel } from '@/domain/organization/region'
import { roles, type StaffRole } from '@/domain/organization/role'
import type {
  ColumnName,
  RowFault,
  RowFaultCode,
  TableName,
} from '@/domain/organization/roster-rules'
import type { UnitKind } from '@/domain/organization/unit'
import { roleNames } from './identity'

/** 行政区划、单位、人员 as an Excel file: what stands on its sheets and what is said of a row. */

export const tableTitles: Readonly<Record<TableName, string>> = {
  regions: '行政区划',
  units: '单位',
  people: '人员',
}

export const columnTitles = {
  regions: { code: '区划代码', name: '名称', level: '级别', parentCode: '上级区划代码' },
  units: {
    key: '单位编号',
    name: '单位名称',
    kind: '类别',
    regionCode: '所在区划代码',
    aliases: '别名',
    phone: '电话',
  },
  people: { name: '姓名', phone: '手机号', unit: '单位', role: '角色' },
} as const satisfies Readonly<Record<TableName, Partial<Record<ColumnName, string>>>>

export const levelNames: Readonly<Record<RegionLevel, string>> = {
  city: '市',
  county: '县（市、区）',
  town: '镇（街道）',
  village: '村（社区）',
}

export const unitKindNames: Readonly<Record<UnitKind, string>> = {
  department: '职能部门',
  government: '党委和政府',
  zone: '功能区管委会',
  town: '镇（街道）',
  partyBranch: '村（社区）党支部',
  villagersCommittee: '村民委员会',
  enterprise: '企业',
  specialGroup: '专项小组',
}

export const staffRoles = roles.filter(
  (role): role is StaffRole => role !== 'resident' && role !== 'system',
)

export const templateWords = {
  fileName: '行政区划单位人员.xlsx',
  guide: '填写说明',
  lines: [
    '三张表按需要填，不用的表留空。表名和第一行的表头不要改。',
    '行政区划：代码6位到市县，9位到镇，12位到村。上级区划代码填它所在的上一级，市本级不填。',
    '单位：编号由您自己定（字母、数字、横线），以后改名、改电话都靠它认。有几个别名用“、”隔开。',
    '人员：单位填单位名称或编号。手机号只用来分清同名的人，系统不保存。',
    '级别、类别、角色请从下拉里选。',
    '公式请先“粘贴为数值”。一张表最多500行。',
    '同一份文件再导入一次，不会多出单位，也不会再发邀请码。',
  ],
}

const faultSentences: Readonly<Record<RowFaultCode, string>> = {
  formula: '是公式，请粘贴为数值',
  missing: '没填',
  tooLong: '太长',
  badCode: '不对，应是6位、9位或12位区划代码',
  badKey: '只能用字母、数字、点和横线',
  badPhone: '不对，应是手机号，或带区号的电话',
  unknownLevel: '不认识，请从下拉里选',
  unknownKind: '不认识，请从下拉里选',
  unknownRole: '不认识，请从下拉里选',
  unknownRegion: '找不到，或不是它的上一级。请先填行政区划表',
  unknownUnit: '找不到，请先填单位表，或改成系统里的名称',
  ambiguousUnit: '不止一个，请改填单位编号',
  twice: '和上面的一行重复',
  level: '和代码的位数对不上，或和原来的级别不同',
  staffed: '不能改，这个单位还有人在任。请先停用这些人的身份',
  outside: '不在您管理的区域',
  otherBody: '不对，这类单位没有这个角色',
  neverBoth: '不能给，同一个人不能既管财政又管审计，也不能又协调、督导又执法',
  phoneOfTwo: '和上面一行相同，姓名却不同',
}

export const faultText = (table: TableName, { column, code }: RowFault): string => {
  const titles: Partial<Record<ColumnName, string>> = columnTitles[table]
  return `${column === null ? '整行' : (titles[column] ?? '')}${faultSentences[code]}`
}

export const roleOfName = (name: string): StaffRole | undefined =>
  staffRoles.find((role) => roleNames[role] === name)
