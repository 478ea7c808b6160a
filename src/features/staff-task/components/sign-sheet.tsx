import { View } from '@tarojs/components'
import { useState } from 'react'
import { errorTexts } from '@/copy/errors'
import { staffTaskWords as words } from '@/copy/staff-task'
import { ActionButton } from '@/src/components/action-button'
import { TextField } from '@/src/components/field/text-field'
import { Sheet } from '@/src/components/sheet'
import { useDraft } from '@/src/platform/use-draft'
import { useSend } from '@/src/platform/use-send'
import { askConsentFor } from '../ask-consent-for'

interface SignSheetProps {
  open: boolean
  taskId: string
  templateId: string | null
  onDone: () => void
  onClose: () => void
}

/** 签收: person and phone; the last values are filled in, nobody types them twice. */
export function SignSheet({ open, taskId, templateId, onDone, onClose }: SignSheetProps) {
  const kept = useDraft('signFor.person', { person: '', phone: '' })
  const [typed, setTyped] = useState(kept.initial)
  const { send, busy, error } = useSend('task.signFor')
  const change = (part: Partial<typeof typed>) => {
    kept.change(part)
    setTyped((before) => ({ ...before, ...part }))
  }
  const sign = async () => {
    // Reminders go to the signer: the moment at which consent means something.
    const asked = templateId ? askConsentFor(templateId) : Promise.resolve()
    const done = await send({ taskId, person: typed.person.trim(), phone: typed.phone.trim() })
    await asked
    if (done) onDone()
  }
  const complete = typed.person.trim() !== '' && /^[\d-]{7,20}$/.test(typed.phone.trim())
  return (
    <Sheet
      open={open}
      title={words.signTitle}
      onClose={onClose}
      foot={
        <ActionButton
          text={words.signFor}
          busy={busy}
          blocked={complete ? null : `${words.signPerson}、${words.signPhone}`}
          onTap={() => void sign()}
        />
      }
    >
      <TextField
        label={words.signPerson}
        initial={typed.person}
        max={20}
        onInput={(person) => change({ person })}
      />
      <TextField
        label={words.signPhone}
        initial={typed.phone}
        max={20}
        hint={words.signLine}
        onInput={(phone) => change({ phone })}
        {...(error && { error: errorTexts[error.code] })}
      />
      <View className="mb3" />
    </Sheet>
  )
}
