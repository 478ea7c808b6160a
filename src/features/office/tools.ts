import { todoWords as words } from '@/copy/todo'
import type { Role } from '@/domain/organization/role'
import type { IconName } from '@/src/components/show/icon/icon-name'

export interface Tool {
  readonly key: string
  readonly name: string
  readonly line?: string
  readonly icon: IconName
  readonly page: string
  readonly roles: readonly Role[]
}

const units: readonly Role[] = ['unitStaff', 'unitLeader']

/** What a role works with beside its to-dos: rows on a phone, the bar on a wide screen. */
const tools = [
  {
    key: 'imports',
    name: words.import,
    line: words.importLine,
    icon: 'upload',
    page: 'subpackages/office/imports',
    roles: ['coordinator'],
  },
  {
    key: 'ledger',
    name: words.ledger,
    icon: 'table',
    page: 'subpackages/unit/ledger',
    roles: ['coordinator', 'inspector', 'caseOfficer', 'publisher', 'cityLeader', ...units],
  },
  {
    key: 'desk',
    name: words.desk,
    icon: 'msg',
    page: 'subpackages/unit/desk',
    roles: ['intake', 'coordinator', 'inspector', 'cityLeader', ...units],
  },
  {
    key: 'objections',
    name: words.objections,
    icon: 'bell',
    page: 'subpackages/unit/objections',
    roles: ['coordinator', 'intake'],
  },
  {
    key: 'timelines',
    name: words.timelines,
    icon: 'cal',
    page: 'subpackages/enterprise/timelines',
    roles: ['enterpriseAgent', 'coordinator', ...units],
  },
  {
    key: 'visits',
    name: words.visits,
    icon: 'factory',
    page: 'subpackages/enterprise/visits',
    roles: ['enforcer', 'enterpriseAgent', 'coordinator', 'inspector', 'intake'],
  },
  {
    key: 'callList',
    name: words.callList,
    icon: 'phone',
    page: 'subpackages/office/call-list',
    roles: ['coordinator', 'intake'],
  },
  {
    key: 'repeats',
    name: words.repeats,
    icon: 'scale',
    page: 'subpackages/office/repeats',
    roles: ['caseOfficer', 'coordinator'],
  },
  {
    key: 'people',
    name: words.people,
    line: words.peopleLine,
    icon: 'users',
    page: 'subpackages/office/people',
    roles: ['administrator'],
  },
] as const satisfies readonly Tool[]

export type ToolKey = (typeof tools)[number]['key']

export const toolsOf = (role: Role | undefined): readonly (Tool & { key: ToolKey })[] =>
  tools.filter(({ roles }) => roles.some((each) => each === role))
