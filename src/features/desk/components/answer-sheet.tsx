import { View } from '@tarojs/components'
import { useState } from 'react'
import { deskWords as words } from '@/copy/desk'
import { errorTexts } from '@/copy/errors'
import { findingNames } from '@/copy/feedback'
import { type Finding, findings } from '@/domain/feedback/feedback'
import { ActionButton } from '@/src/components/action-button'
import { ReasonOptions } from '@/src/components/choice'
import { ReportBox } from '@/src/components/report-box'
import { Sheet } from '@/src/components/sheet'
import { toast } from '@/src/components/toast/toast-bus'
import { useDraft } from '@/src/platform/use-draft'
import { useSend } from '@/src/platform/use-send'

interface AnswerSheetProps {
  open: boolean
  /** After 办了一半 / 没办好. */
  second: boolean
  feedbackId: string
  onDone: () => Promise<void>
  onClose: () => void
}

/** What was found and done; the office reads it before the reporter does. */
export function AnswerSheet({ open, second, feedbackId, onDone, onClose }: AnswerSheetProps) {
  const draft = useDraft(`answer.${feedbackId}`, { text: '' })
  const [finding, setFinding] = useState<Finding | null>(null)
  const [text, setText] = useState(draft.initial.text)
  const first = useSend('feedback.submitAnswer')
  const again = useSend('feedback.submitSecondAnswer')
  const sending = second ? again : first
  const submit = async () => {
    if (!finding) return
    const done = await sending.send({ feedbackId, finding, text: text.trim(), photoIds: [] })
    if (!done) return
    draft.clear()
    toast(words.answered)
    await onDone()
  }
  const blocked = !finding ? words.finding : !text.trim() ? words.answerLabel : null
  return (
    <Sheet
      open={open}
      title={second ? words.secondAnswer : words.answerTitle}
      onClose={onClose}
      foot={
        <ActionButton
          text={second ? words.secondAnswer : words.answer}
          busy={sending.busy}
          blocked={blocked}
          onTap={() => void submit()}
        />
      }
    >
      <View className="name mb2">{words.finding}</View>
      <ReasonOptions
        label={words.finding}
        options={findings.map((value) => ({ value, text: findingNames[value] }))}
        value={finding}
        onChange={setFinding}
      />
      <View className="mt4">
        <ReportBox
          label={words.answerLabel}
          placeholder={words.answerLabel}
          initial={draft.initial.text}
          max={2000}
          onInput={(typed) => {
            setText(typed)
            draft.change({ text: typed })
          }}
        />
      </View>
      {sending.error && <View className="sub ink-amber mt2">{errorTexts[sending.error.code]}</View>}
    </Sheet>
  )
}
