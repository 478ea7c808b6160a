import { View } from '@tarojs/components'
import type { ActionOutput } from '@/contract/actions'
import { callListWords as words } from '@/copy/desk'
import { roleNames } from '@/copy/identity'
import { noticeTexts } from '@/copy/message-templates'
import { dueDay } from '@/copy/moment'
import { beijingDay, type IsoDay } from '@/domain/calendar/day'
import { PagedList } from '@/src/acting/paged-list'
import { Card } from '@/src/components/show/card'
import { NoteBlock } from '@/src/components/show/note-block'
import { Row } from '@/src/components/show/row'
import { TextLink } from '@/src/components/tap/text-link'
import { serverNow } from '@/src/platform/clock'
import { wayTo } from '@/src/platform/navigation'
import { callPhone } from '@/src/platform/phone'
import { usePages } from '@/src/platform/use-pages'

type CallRow = ActionOutput<'notifier.listCallList'>['items'][number]

/** Whom to phone: unit or desk, the person, and their phone. */
const whoOf = ({ unitName, role, personName }: CallRow): string =>
  [unitName, role === null ? null : roleNames[role], personName].filter(Boolean).join('  ')

/** What they were not told, and until when it counts. */
const whatOf = ({ notice, dueOn, dueProvisional }: CallRow, today: IsoDay): string =>
  [
    notice === null ? null : noticeTexts[notice].state,
    dueOn === null ? null : dueDay(dueOn, today, dueProvisional),
  ]
    .filter(Boolean)
    .join('  ')

/** A report is opened for its reporter's telephone: the list itself names nobody. */
const openerOf = ({ about, thing, thingId }: CallRow) => {
  if (about !== 'notice' || thing !== 'feedback') return undefined
  return wayTo('subpackages/unit/feedback', { id: thingId })
}

/** Nobody is missed: whoever no message could reach is phoned. */
export function CallList() {
  const list = usePages('notifier.listCallList', {}, { refreshOnShow: true })
  const today = beijingDay(serverNow())
  return (
    <View>
      <View className="mb4">
        <NoteBlock icon="phone">{words.line}</NoteBlock>
      </View>
      <PagedList list={list} empty={{ icon: 'check', title: words.empty }}>
        {(rows) => (
          <Card rows>
            {rows.map((row) => (
              <Row
                key={row.id}
                name={row.title}
                line={[whoOf(row), whatOf(row, today), words.reasons[row.reason]]}
                {...openerOf(row)}
                value={<Phone row={row} />}
              />
            ))}
          </Card>
        )}
      </PagedList>
    </View>
  )
}

function Phone({ row }: { row: CallRow }) {
  const { phone, notice, thing } = row
  if (phone !== null)
    return <TextLink lead="phone" text={words.call} onTap={() => callPhone(phone)} />
  return <>{notice !== null && thing === 'feedback' ? words.inReport : words.noPhone}</>
}
