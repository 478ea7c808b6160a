import { View } from '@tarojs/components'
import { useState } from 'react'
import { deskWords as words } from '@/copy/desk'
import { errorTexts } from '@/copy/errors'
import { ActionButton } from '@/src/components/action-button'
import { ReportBox } from '@/src/components/report-box'
import { Sheet } from '@/src/components/sheet'
import { toast } from '@/src/components/toast/toast-bus'
import { useSend } from '@/src/platform/use-send'
import { type AccusedUnit, AccusedUnits } from './accused-units'
import type { Handled } from '../handled'

interface CorrectAccusedSheetProps {
  open: boolean
  handled: Handled
  onDone: () => Promise<void>
  onClose: () => void
}

/** 更正被反映单位: marked wrongly, or found out later. */
export function CorrectAccusedSheet(props: CorrectAccusedSheetProps) {
  const { open, handled, onDone, onClose } = props
  const [accused, setAccused] = useState<readonly AccusedUnit[]>(handled.accused ?? [])
  const [reason, setReason] = useState('')
  const { send, busy, error } = useSend('feedback.correctAccused')
  const submit = async () => {
    const accusedUnitIds = accused.map(({ id }) => id)
    if (!(await send({ feedbackId: handled.id, accusedUnitIds, reason: reason.trim() }))) return
    toast(words.accusedCorrected)
    await onDone()
  }
  return (
    <Sheet
      open={open}
      title={words.correctAccused}
      onClose={onClose}
      foot={
        <ActionButton
          text={words.correctAccused}
          busy={busy}
          blocked={reason.trim() ? null : words.correctLabel}
          onTap={() => void submit()}
        />
      }
    >
      <AccusedUnits accused={accused} onChange={setAccused} />
      <View className="mt3">
        <ReportBox
          label={words.correctLabel}
          placeholder={words.correctLabel}
          max={500}
          height={72}
          onInput={setReason}
        />
      </View>
      {error && <View className="sub ink-amber mt2">{errorTexts[error.code]}</View>}
    </Sheet>
  )
}
