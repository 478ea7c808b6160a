import { actingWords } from '@/copy/acting'
import { reportWords as words, waitingWords } from '@/copy/report'
import { beginAnother } from '@/src/acting/take-back'
import { sendingWords } from '@/src/acting/waiting-note'
import { ActionButton } from '@/src/components/tap/action-button'
import { FootBar } from '@/src/components/frame/foot-bar'
import { PageShell } from '@/src/components/frame/page-shell'
import { wayToTab } from '@/src/platform/navigation'
import { flushOutbox } from '@/src/platform/outbox'
import { useReport } from '../hooks/use-report'
import { ReceiptCard } from './receipt-card'
import { ReportForm } from './report-form'
import { WaitingReport } from './waiting-report'

/** 反映环境问题: the form, in its place the card of what waits, then the receipt. */
export function ReportPage({ taskId }: { taskId: string }) {
  const report = useReport(taskId)
  const { waiting, delivered, anonymous, officer, busy } = report
  if (delivered) {
    return (
      <PageShell title={words.title}>
        <ReceiptCard {...delivered} onAnother={report.again} />
      </PageShell>
    )
  }
  if (waiting) {
    return (
      <PageShell
        title={words.title}
        foot={
          <FootBar>
            <ActionButton
              text={waiting.sending ? sendingWords(waiting) : actingWords.tryNow}
              busy={waiting.sending}
              onTap={() => void flushOutbox()}
            />
            <ActionButton kind="plain" text={waitingWords.home} {...wayToTab('home')} />
          </FootBar>
        }
      >
        <WaitingReport item={waiting} onAnother={() => beginAnother(waiting)} />
      </PageShell>
    )
  }
  const notifies = !anonymous && !officer
  return (
    <PageShell
      title={words.title}
      foot={
        <FootBar>
          <ActionButton
            text={notifies ? words.submitAndNotify : words.submit}
            busy={busy}
            onTap={() => void report.submit(notifies)}
          />
          {notifies && (
            <ActionButton
              kind="plain"
              text={words.submitPlain}
              busy={busy}
              onTap={() => void report.submit(false)}
            />
          )}
        </FootBar>
      }
    >
      <ReportForm report={report} taskId={taskId} />
    </PageShell>
  )
}
