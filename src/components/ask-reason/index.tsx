import { View } from '@tarojs/components'
import { useState } from 'react'
import { ActionButton } from '../action-button'
import { ReportBox } from '../report-box'
import { Sheet } from '../sheet'

interface AskReasonProps {
  open: boolean
  /** The verb, also on the button. */
  title: string
  /** What to write; on the button while nothing is written. */
  label: string
  line?: string
  initial?: string
  max?: number
  busy: boolean
  onSend: (words: string) => void
  onClose: () => void
}

/** A decision that needs words. */
export function AskReason(props: AskReasonProps) {
  const { open, title, label, line, initial = '', max = 500, busy, onSend, onClose } = props
  const [said, setSaid] = useState(initial)
  return (
    <Sheet
      open={open}
      title={title}
      onClose={onClose}
      foot={
        <ActionButton
          text={title}
          busy={busy}
          blocked={said.trim() ? null : label}
          onTap={() => onSend(said.trim())}
        />
      }
    >
      {line && <View className="mb3">{line}</View>}
      <ReportBox label={label} placeholder={label} initial={initial} max={max} onInput={setSaid} />
    </Sheet>
  )
}
