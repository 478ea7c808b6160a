import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { deskWords as words } from '@/copy/desk'
import { feedbackStateNames, originNames } from '@/copy/feedback'
import { beijingDay, type IsoDay } from '@/domain/calendar/day'
import { type FeedbackState, feedbackStates } from '@/domain/feedback/feedback'
import { PagedList } from '@/src/acting/paged-list'
import { FilterBar } from '@/src/components/ask/filter-bar'
import { filterBy } from '@/src/components/ask/filter-bar/filter-by'
import { ItemCard } from '@/src/components/show/item-card'
import { TextLink } from '@/src/components/tap/text-link'
import type { StateChipProps } from '@/src/components/show/state-chip'
import { serverNow } from '@/src/platform/clock'
import { wayTo } from '@/src/platform/navigation'
import { type RowOf, usePages } from '@/src/platform/use-pages'
import { DeclineMany } from './decline-many'

const ended: readonly FeedbackState[] = ['archived', 'declined', 'withdrawn', 'merged']

export const deskChip = (state: FeedbackState): StateChipProps => ({
  tone: ended.includes(state) ? 'neutral' : state === 'answered' ? 'green' : 'blue',
  shape: ended.includes(state) ? 'dash' : state === 'answered' ? 'tick' : 'dot',
  word: feedbackStateNames[state],
})

type Row = RowOf<'feedback.listDesk'>

const titleOf = ({ summary, number }: Row) => summary ?? words.number(number)
const mayDecline = ({ events }: Row) => events.includes('decline')

function DeskRow({ row, today }: { row: Row; today: IsoDay }) {
  return (
    <ItemCard
      title={titleOf(row)}
      facts={[
        row.relapse ? words.relapse : null,
        originNames[row.origin],
        row.region?.name,
        row.unitName,
        row.unread ? words.unread : null,
      ]}
      chip={deskChip(row.state)}
      {...(row.dueOn && { right: words.dueBy(row.dueOn, today, row.dueProvisional) })}
      {...wayTo('subpackages/unit/feedback', { id: row.id })}
    />
  )
}

/** Reports in the role acted as: a number, a 摘要, until when; never who reported. */
export function DeskList() {
  const [state, setState] = useState<FeedbackState | ''>('')
  const [choosing, setChoosing] = useState(false)
  const input = useMemo(() => (state ? { state } : {}), [state])
  const list = usePages('feedback.listDesk', input, { refreshOnShow: true })
  const today = beijingDay(serverNow())
  return (
    <View>
      <View className="mb3">
        <FilterBar
          onChange={(_key, value) => setState(feedbackStates.find((each) => each === value) ?? '')}
          filters={[
            filterBy({
              key: 'state',
              title: words.state,
              all: words.allStates,
              value: state,
              values: feedbackStates,
              names: feedbackStateNames,
            }),
          ]}
        />
      </View>
      <PagedList list={list} empty={{ icon: 'msg', title: words.empty, line: words.emptyLine }}>
        {(rows) => (
          <View>
            {choosing ? (
              <DeclineMany
                rows={rows}
                titleOf={titleOf}
                reload={list.reload}
                onStop={() => setChoosing(false)}
              />
            ) : (
              rows.map((row) => <DeskRow key={row.id} row={row} today={today} />)
            )}
            {!choosing && rows.filter(mayDecline).length > 1 && (
              <TextLink text={words.declineMany} onTap={() => setChoosing(true)} />
            )}
          </View>
        )}
      </PagedList>
    </View>
  )
}
