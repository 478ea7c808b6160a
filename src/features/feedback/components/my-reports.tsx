import { View } from '@tarojs/components'
import { feedbackStateNames } from '@/copy/feedback'
import { dayFrom } from '@/copy/moment'
import { myReportsWords as words, progressSentence } from '@/copy/report'
import type { FeedbackState } from '@/domain/feedback/feedback'
import { beijingDay } from '@/domain/calendar/day'
import { ItemCard } from '@/src/components/item-card'
import { ListFaces } from '@/src/components/list-faces'
import { SectionHead } from '@/src/components/section-head'
import type { StateChipProps } from '@/src/components/state-chip'
import { TextLink } from '@/src/components/text-link'
import { serverNow } from '@/src/platform/clock'
import { openPage } from '@/src/platform/navigation'
import { useOutbox } from '@/src/platform/use-outbox'
import { usePages } from '@/src/platform/use-pages'
import { WaitingReports } from './waiting-reports'

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

/** A person's own reports: what waits on the phone first. */
export function MyReports() {
  const waiting = useOutbox().filter(({ action }) => action === 'feedback.submit')
  const { load, retry, loadMore } = usePages('feedback.listMine', {}, { refreshOnShow: true })
  const today = beijingDay(serverNow())
  return (
    <View>
      <WaitingReports items={waiting} />
      {waiting.length > 0 && <SectionHead text={words.sent} />}
      <ListFaces
        load={load}
        onRetry={retry}
        isEmpty={(data) => data.items.length === 0}
        empty={{
          icon: 'msg',
          title: words.empty,
          line: words.emptyLine,
          action: { text: words.report, onTap: () => openPage('pages/report') },
          other: { text: words.lookUp, onTap: () => openPage('pages/lookup') },
        }}
      >
        {(data) => (
          <View>
            {data.items.map((row) => (
              <ItemCard
                key={row.id}
                title={
                  row.words.length > 30 ? `${row.words.slice(0, 30)}……` : row.words || row.number
                }
                facts={[progressSentence(row.state, row.dueOn, null, today, row.dueProvisional)]}
                chip={{ ...looks[row.state], word: feedbackStateNames[row.state] }}
                right={dayFrom(today, row.submittedOn)}
                onTap={() => openPage('pages/progress', { id: row.id })}
              />
            ))}
            {data.more && (
              <View className="centre mt2">
                <TextLink text={words.more} onTap={() => void loadMore()} />
              </View>
            )}
          </View>
        )}
      </ListFaces>
    </View>
  )
}
