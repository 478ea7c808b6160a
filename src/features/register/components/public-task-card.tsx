import { registerWords } from '@/copy/register'
import type { ActionOutput } from '@/contract/actions'
import type { IsoDay } from '@/domain/calendar/day'
import { ItemCard } from '@/src/components/show/item-card'
import { wayTo } from '@/src/platform/navigation'
import { publicChip } from './public-chip'

export type PublicTaskRow = ActionOutput<'register.listTasks'>['items'][number]

/** Until when, in words; the list's own words when no single day counts. */
export const dueWords = (
  row: Pick<PublicTaskRow, 'dueOn' | 'dueProvisional' | 'dueText' | 'state'>,
  today: IsoDay,
) =>
  row.dueOn
    ? registerWords.due(row.dueOn, today, row.dueProvisional, row.state === 'closed')
    : row.dueText

export function PublicTaskCard({ row, today }: { row: PublicTaskRow; today: IsoDay }) {
  const villages = row.villages.map(({ name }) => name)
  return (
    <ItemCard
      title={row.title}
      facts={[row.unitName, villages.length > 0 ? registerWords.villages(villages) : null]}
      chip={publicChip(row.state, row.overdueDays)}
      right={dueWords(row, today)}
      {...wayTo('pages/task', { id: row.id })}
    />
  )
}
