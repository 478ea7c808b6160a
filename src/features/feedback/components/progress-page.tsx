import { maxReportWords } from '@/contract/feedback/limits'
import { progressWords as words } from '@/copy/report'
import { ActDialogs } from '@/src/acting/act-dialogs'
import { deed } from '@/src/acting/deed'
import type { Dialog } from '@/src/acting/dialog'
import { LoadedPage } from '@/src/acting/loaded-page'
import { RefusalNote } from '@/src/acting/refusal-note'
import { useAct } from '@/src/acting/use-act'
import { PageShell } from '@/src/components/frame/page-shell'
import { hashLookupCode } from '@/src/platform/key'
import { useAction } from '@/src/platform/use-action'
import { ProgressFoot, ProgressView } from './progress-view'

export type ProgressDialog = 'supplement' | 'withdraw'

/** By whom: the own session, or the lookup code from any phone. */
export interface Which {
  readonly feedbackId: string
  readonly lookupHash?: string
}

const dialogsOf = (which: Which): Readonly<Record<ProgressDialog, Dialog>> => ({
  supplement: {
    kind: 'reason',
    title: words.supplementTitle,
    label: words.supplementAsk,
    needed: words.supplementNeeded,
    max: maxReportWords,
    deed: (said) =>
      deed(
        'feedback.supplement',
        { ...which, words: said, photoIds: [] },
        { told: words.supplementSent },
      ),
  },
  withdraw: {
    kind: 'confirm',
    title: words.withdrawTitle,
    line: words.withdrawLine,
    confirm: words.withdraw,
    danger: true,
    deed: () => deed('feedback.withdraw', which, { told: words.withdrawn }),
  },
})

/** Opened by id (the own session) or by lookup code (any phone). */
export function ProgressPage({ id, code }: { id: string; code: string }) {
  const hash = code ? hashLookupCode(code) : null
  const again = { refreshOnShow: true }
  const own = useAction('feedback.get', hash ? null : { feedbackId: id }, again)
  const byCode = useAction('feedback.lookUp', hash ? { lookupHash: hash } : null, again)
  const { load, retry, reload } = hash ? byCode : own
  const act = useAct<ProgressDialog>(reload)
  return (
    <LoadedPage title={words.title} load={load} retry={retry}>
      {(feedback, notice) => {
        const which: Which = { feedbackId: feedback.id, ...(hash && { lookupHash: hash }) }
        return (
          <PageShell
            title={words.title}
            foot={<ProgressFoot feedback={feedback} onSupplement={() => act.show('supplement')} />}
          >
            {notice}
            {!act.open && <RefusalNote text={act.refusal} />}
            <ProgressView feedback={feedback} code={code || null} which={which} act={act} />
            <ActDialogs act={act} thing={feedback.id} dialogs={dialogsOf(which)} />
          </PageShell>
        )
      }}
    </LoadedPage>
  )
}
