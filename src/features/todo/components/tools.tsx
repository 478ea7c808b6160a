import { View } from '@tarojs/components'
import { todoWords as words } from '@/copy/todo'
import type { Role } from '@/domain/organization/role'
import { Card } from '@/src/components/card'
import { Row } from '@/src/components/row'
import { SectionHead } from '@/src/components/section-head'
import type { IconName } from '@/src/components/icon/icon-name'
import { wayTo } from '@/src/platform/navigation'
import { useMembership } from '@/src/platform/use-me'

interface Tool {
  readonly name: string
  readonly line?: string
  readonly icon: IconName
  readonly page: string
  readonly roles: readonly Role[]
}

const units: readonly Role[] = ['unitStaff', 'unitLeader']

const tools: readonly Tool[] = [
  {
    name: words.import,
    line: words.importLine,
    icon: 'upload',
    page: 'subpackages/office/imports',
    roles: ['coordinator'],
  },
  {
    name: words.ledger,
    icon: 'table',
    page: 'subpackages/unit/ledger',
    roles: ['coordinator', 'inspector', 'caseOfficer', 'publisher', 'cityLeader', ...units],
  },
  {
    name: words.desk,
    icon: 'msg',
    page: 'subpackages/unit/desk',
    roles: ['intake', 'coordinator', 'inspector', ...units],
  },
  {
    name: words.objections,
    icon: 'bell',
    page: 'subpackages/unit/objections',
    roles: ['coordinator', 'intake'],
  },
  {
    name: words.timelines,
    icon: 'cal',
    page: 'subpackages/enterprise/timelines',
    roles: ['enterpriseAgent', 'coordinator', ...units],
  },
  {
    name: words.callList,
    icon: 'phone',
    page: 'subpackages/office/call-list',
    roles: ['coordinator', 'intake'],
  },
  {
    name: words.repeats,
    icon: 'scale',
    page: 'subpackages/office/repeats',
    roles: ['caseOfficer', 'coordinator'],
  },
  {
    name: words.people,
    line: words.peopleLine,
    icon: 'users',
    page: 'subpackages/office/people',
    roles: ['administrator'],
  },
]

/** What this role works with beside its to-dos. */
export function Tools() {
  const role = useMembership()?.role
  const mine = tools.filter(({ roles }) => role && roles.includes(role))
  if (mine.length === 0) return null
  return (
    <View>
      <SectionHead text={words.tools} />
      <Card rows>
        {mine.map(({ name, line, icon, page }) => (
          <Row key={page} icon={icon} name={name} line={line} {...wayTo(page)} />
        ))}
      </Card>
    </View>
  )
}
