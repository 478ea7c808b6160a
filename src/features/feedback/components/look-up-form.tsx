import { View } from '@tarojs/components'
import { useState } from 'react'
import { lookUpWords as words } from '@/copy/report'
import { ActionButton } from '@/src/components/tap/action-button'
import { TextField } from '@/src/components/ask/field/text-field'
import { isLookupCode, plainLookupCode } from '@/src/platform/key'
import { openPage } from '@/src/platform/navigation'

/** Twelve letters as they are printed, with room for spaces. */
const longest = 20

/** The only way back to an anonymous report; works on any phone. */
export function LookUpForm() {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const look = () => {
    if (!isLookupCode(typed)) return setWrong(true)
    return openPage('pages/progress', { code: plainLookupCode(typed) })
  }
  return (
    <View>
      <View className="dim mb4">{words.line}</View>
      <TextField
        label={words.label}
        placeholder={words.placeholder}
        max={longest}
        onInput={(value) => {
          setTyped(value)
          setWrong(false)
        }}
        {...(wrong && { error: words.wrong })}
      />
      <View className="mt4">
        <ActionButton text={words.search} onTap={look} />
      </View>
    </View>
  )
}
