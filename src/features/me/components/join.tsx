import { View } from '@tarojs/components'
import { useState } from 'react'
import { errorTexts } from '@/copy/errors'
import { joinWords as words } from '@/copy/legal'
import { ActionButton } from '@/src/components/action-button'
import { TextField } from '@/src/components/field/text-field'
import { toast } from '@/src/components/toast/toast-bus'
import { openTab } from '@/src/platform/navigation'
import { chooseActAs } from '@/src/platform/session'
import { refreshMe } from '@/src/platform/use-me'
import { useSend } from '@/src/platform/use-send'

/** Staff join by a one-time invitation. */
export function Join() {
  const [code, setCode] = useState('')
  const { send, busy, error, clearError } = useSend('identity.acceptInvitation')
  const join = async () => {
    const joined = await send({ code: code.trim() })
    if (!joined) return
    await refreshMe()
    chooseActAs(joined.membership.id)
    toast(words.joined(joined.membership.unit.name))
    openTab('todo')
  }
  return (
    <View>
      <View className="dim mb4">{words.line}</View>
      <TextField
        label={words.label}
        max={40}
        onInput={(typed) => {
          setCode(typed)
          clearError()
        }}
        {...(error && { error: errorTexts[error.code] })}
      />
      <View className="mt4">
        <ActionButton
          text={words.join}
          busy={busy}
          blocked={code.trim() ? null : words.label}
          onTap={() => void join()}
        />
      </View>
    </View>
  )
}
