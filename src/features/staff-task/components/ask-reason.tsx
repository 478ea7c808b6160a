import { View } from '@tarojs/components'
import { useState } from 'react'
import { staffTaskWords as words } from '@/copy/staff-task'
import { ActionButton } from '@/src/components/action-button'
import { ReportBox } from '@/src/components/report-box'
import { Sheet } from '@/src/components/sheet'

interface AskReasonProps {
  open: boolean
  title: string
  line?: string
  busy: boolean
  onSend: (reason: string) => void
  onClose: () => void
}

/** A decision that needs its reason in words. */
export function AskReason({ open, title, line, busy, onSend, onClose }: AskReasonProps) {
  const [reason, setReason] = useState('')
  return (
    <Sheet
      open={open}
      title={title}
      onClose={onClose}
      foot={
        <ActionButton
          text={title}
          busy={busy}
          blocked={reason.trim() ? null : words.reason}
          onTap={() => onSend(reason.trim())}
        />
      }
    >
      {line && <View className="mb3">{line}</View>}
      <ReportBox label={words.reason} placeholder={words.reason} max={500} onInput={setReason} />
    </Sheet>
  )
}
