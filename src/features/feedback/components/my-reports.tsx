import { View } from '@tarojs/components'
import { feedbackStateNames } from '@/copy/feedback'
import { dayFrom } from '@/copy/moment'
import { myReportsWords as words, progressSentence } from '@/copy/report'
import type { FeedbackState } from '@/domain/feedback/feedback'
import { beijingDay } from '@/domain/calendar/day'
import { PagedList } from '@/src/acting/paged-list'
import { ItemCard } from '@/src/components/show/item-card'
import { SectionHead } from '@/src/components/frame/section-head'
import type { StateChipProps } from '@/src/components/show/state-chip'
import { serverNow } from '@/src/platform/clock'
import { openPage, wayTo } from '@/src/platform/navigation'
import { useMembership } from '@/src/platform/use-me'
import { isItemOf } from '@/src/platform/outbox-item'
import { useOutbox } from '@/src/platform/use-outbox'
import { usePages } from '@/src/platform/use-pages'
import { AnonymousReports } from './anonymous-reports'
import { WaitingReport } from './waiting-report'

const looks: Readonly<Record<FeedbackState, Pick<StateChipProps, 'tone' | 'shape'>>> = {
  submitted: { tone: 'neutral', shape: 'ring' },
  admitted: { tone: 'blue', shape: 'dot' },
  assigned: { tone: 'blue', shape: 'dot' },
  answerSubmitted: { tone: 'blue', shape: 'dot' },
  answered: { tone: 'amber', shape: 'sand' },
  secondLook: { tone: 'amber', shape: 'sand' },
  archived: { tone: 'solid', shape: 'seal' },
  declined: { tone: 'neutral', shape: 'dash' },
  withdrawn: { tone: 'neutral', shape: 'dash' },
  merged: { tone: 'blue', shape: 'dot' },
}

const longestTitle = 30
const titleOf = ({ words: said, number }: { words: string; number: string }) =>
  said.length > longestTitle ? `${said.slice(0, longestTitle)}……` : said || number

/** A person's own reports: what waits on the phone first, what this phone alone knows next. */
export function MyReports() {
  const waiting = useOutbox().flatMap((item) => (isItemOf(item, 'feedback.submit') ? [item] : []))
  const list = usePages('feedback.listMine', {}, { refreshOnShow: true })
  const today = beijingDay(serverNow())
  const officer = useMembership()?.role === 'villageOfficer'
  return (
    <View>
      {waiting.map((item) => (
        <WaitingReport
          key={item.key}
          item={item}
          onTakenBack={(taskId) => openPage('pages/report', { taskId })}
        />
      ))}
      <AnonymousReports delivered={waiting.length} />
      {waiting.length > 0 && <SectionHead text={words.sent} />}
      <PagedList
        list={list}
        empty={{
          icon: 'msg',
          title: officer ? words.noVillagers : words.empty,
          line: officer ? words.villagersLine : words.emptyLine,
          action: { text: words.report, ...wayTo('pages/report') },
          other: { text: words.lookUp, ...wayTo('pages/lookup') },
        }}
      >
        {(rows) =>
          rows.map((row) => (
            <ItemCard
              key={row.id}
              title={titleOf(row)}
              facts={[progressSentence(row.state, row.dueOn, null, today, row.dueProvisional)]}
              chip={{ ...looks[row.state], word: feedbackStateNames[row.state] }}
              right={dayFrom(today, row.submittedOn)}
              {...wayTo('pages/progress', { id: row.id })}
            />
          ))
        }
      </PagedList>
    </View>
  )
}
