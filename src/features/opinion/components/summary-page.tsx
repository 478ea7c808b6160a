import { View } from '@tarojs/components'
import { summaryStateNames, summaryWords as words } from '@/copy/opinion'
import { dueDay } from '@/copy/moment'
import type { ActionOutput } from '@/contract/actions'
import { beijingDay } from '@/domain/calendar/day'
import { ActDialogs } from '@/src/acting/act-dialogs'
import { deed } from '@/src/acting/deed'
import type { Dialog } from '@/src/acting/dialog'
import { LoadedPage } from '@/src/acting/loaded-page'
import { RefusalNote } from '@/src/acting/refusal-note'
import { useAct } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { FootBar } from '@/src/components/frame/foot-bar'
import { NoteBlock } from '@/src/components/show/note-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { serverNow } from '@/src/platform/clock'
import { useAction } from '@/src/platform/use-action'
import { AnswerForm } from './answer-form'
import { SummarizeForm } from './summarize-form'
import { SummaryCard } from './summary-card'

const dialogsOf = (
  summaryId: string,
): Readonly<Record<'returnAnswers' | 'releaseSummary', Dialog>> => ({
  returnAnswers: {
    kind: 'reason',
    title: words.returnAnswers,
    label: words.returnReason,
    needed: words.returnNeeded,
    deed: (reason) =>
      deed('opinion.returnAnswers', { summaryId, reason }, { told: words.returned }),
  },
  releaseSummary: {
    kind: 'confirm',
    title: words.releaseTitle,
    line: words.releaseLine,
    confirm: words.release,
    deed: () => deed('opinion.releaseSummary', { summaryId }, { told: words.released }),
  },
})

/** Until when whoever has it is to act. */
const untilOf = ({ due }: ActionOutput<'opinion.getSummary'>): string =>
  due ? dueDay(due.on, beijingDay(serverNow()), due.provisional) : ''

/** 归纳, 答复, 发出: the same page for whoever's turn it is, and whose turn it is for the others. */
export function SummaryPage({ id }: { id: string }) {
  const again = { refreshOnShow: true }
  const { load, retry, reload } = useAction('opinion.getSummary', { summaryId: id }, again)
  const act = useAct<'returnAnswers' | 'releaseSummary'>(reload)
  return (
    <LoadedPage title={words.title} secrecy load={load} retry={retry}>
      {(summary, notice) => {
        const can = (event: (typeof summary.events)[number]) => summary.events.includes(event)
        return (
          <PageShell
            title={words.title}
            secrecy
            foot={
              can('releaseSummary') && (
                <FootBar pair>
                  <ActionButton
                    kind="outlined"
                    text={words.returnAnswers}
                    onTap={() => act.show('returnAnswers')}
                  />
                  <ActionButton text={words.release} onTap={() => act.show('releaseSummary')} />
                </FootBar>
              )
            }
          >
            {notice}
            {!act.open && <RefusalNote text={act.refusal} />}
            <View className="title">{summary.title}</View>
            {!can('summarize') && <View className="mt1">{words.line}</View>}
            <View className="mb4" />
            {summary.events.length === 0 && (
              <View className="mb4">
                <NoteBlock icon="info">
                  {summary.state === 'released'
                    ? summaryStateNames.released
                    : words.turn(summary.state, untilOf(summary))}
                </NoteBlock>
              </View>
            )}
            {summary.returnedFor !== null && (
              <View className="mb4">
                <NoteBlock icon="alert" tone="amber">
                  {words.returnedFor(summary.returnedFor)}
                </NoteBlock>
              </View>
            )}
            {summary.state !== 'toSummarize' && (
              <SummaryCard summary={summary.summary} answering={can('answerOpinions')} />
            )}
            <View className="mt4">
              {can('answerOpinions') && <AnswerForm summary={summary} act={act} />}
              {can('summarize') && <SummarizeForm summaryId={id} act={act} />}
            </View>
            <ActDialogs act={act} thing={id} dialogs={dialogsOf(id)} />
          </PageShell>
        )
      }}
    </LoadedPage>
  )
}
