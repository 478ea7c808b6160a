import { View } from '@tarojs/components'
import { useState } from 'react'
import { errorTexts } from '@/copy/errors'
import { progressWords as words } from '@/copy/report'
import { ActionButton } from '@/src/components/action-button'
import { ListFaces } from '@/src/components/list-faces'
import { NoteBlock } from '@/src/components/note-block'
import { PageShell } from '@/src/components/page-shell'
import { ReportBox } from '@/src/components/report-box'
import { Sheet } from '@/src/components/sheet'
import { ConfirmDialog } from '@/src/components/sheet/confirm-dialog'
import { toast } from '@/src/components/toast/toast-bus'
import { hashLookupCode } from '@/src/platform/key'
import { useAction } from '@/src/platform/use-action'
import { useSend } from '@/src/platform/use-send'
import { ProgressFoot, ProgressView } from './progress-view'

/** Opened by id (the own session) or by lookup code (any phone). */
export function ProgressPage({ id, code }: { id: string; code: string }) {
  const hash = code ? hashLookupCode(code) : null
  const again = { refreshOnShow: true }
  const own = useAction('feedback.get', hash ? null : { feedbackId: id }, again)
  const byCode = useAction('feedback.lookUp', hash ? { lookupHash: hash } : null, again)
  const { load, retry, reload } = hash ? byCode : own
  const supplement = useSend('feedback.supplement')
  const rate = useSend('feedback.rate')
  const withdraw = useSend('feedback.withdraw')
  const [open, setOpen] = useState<'supplement' | 'withdraw' | null>(null)
  const [said, setSaid] = useState('')
  const feedback = load.face === 'ready' ? load.data : null
  const which = { feedbackId: feedback?.id ?? id, ...(hash && { lookupHash: hash }) }
  const failure = supplement.error ?? rate.error ?? withdraw.error

  const finish = async (done: unknown, sentence: string) => {
    if (!done) return
    setOpen(null)
    setSaid('')
    toast(sentence)
    await reload()
  }

  return (
    <PageShell
      title={words.title}
      foot={
        feedback && <ProgressFoot feedback={feedback} onSupplement={() => setOpen('supplement')} />
      }
    >
      {failure && (
        <View className="mb3" role="alert">
          <NoteBlock icon="alert" tone="amber">
            {errorTexts[failure.code]}
          </NoteBlock>
        </View>
      )}
      <ListFaces load={load} onRetry={retry} skeletons={3}>
        {(data) => (
          <ProgressView
            feedback={data}
            code={code || null}
            rating={rate.busy}
            onSupplement={() => setOpen('supplement')}
            onWithdraw={() => setOpen('withdraw')}
            onRate={(rating, rateWords) =>
              void rate
                .send({ ...which, rating, words: rateWords.trim() })
                .then((done) => finish(done, words.rated))
            }
          />
        )}
      </ListFaces>
      <Sheet
        open={open === 'supplement'}
        title={words.supplementTitle}
        onClose={() => setOpen(null)}
        foot={
          <ActionButton
            text={words.send}
            busy={supplement.busy}
            blocked={said.trim() ? null : words.supplementAsk}
            onTap={() =>
              void supplement
                .send({ ...which, words: said.trim(), photoIds: [] })
                .then((done) => finish(done, words.supplementSent))
            }
          />
        }
      >
        <ReportBox
          label={words.supplementAsk}
          placeholder={words.supplementAsk}
          max={2000}
          onInput={setSaid}
        />
      </Sheet>
      <ConfirmDialog
        open={open === 'withdraw'}
        title={words.withdrawTitle}
        confirm={words.withdraw}
        danger
        busy={withdraw.busy}
        onCancel={() => setOpen(null)}
        onConfirm={() => void withdraw.send(which).then((done) => finish(done, words.withdrawn))}
      >
        {words.withdrawLine}
      </ConfirmDialog>
    </PageShell>
  )
}
