import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { onToast } from './toast-bus'
import './index.scss'

/** Long enough to read two lines slowly. */
const shownForMs = 4000

/** Draws toasts inside the page, so that they grow in elder mode and are spoken. */
export function ToastHost() {
  const [text, setText] = useState('')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = onToast((next) => {
      setText(next)
      clearTimeout(timer)
      timer = setTimeout(() => setText(''), shownForMs)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [])
  return (
    <View className="toast-host" role="status" aria-live="polite">
      {text && <View className="toast-host__text">{text}</View>}
    </View>
  )
}
