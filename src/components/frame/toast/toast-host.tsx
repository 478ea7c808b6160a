import { View } from '@tarojs/components'
import { useSyncExternalStore } from 'react'
import { onToast, toastNow } from './toast-bus'
import './index.scss'

/** Draws toasts inside the page, so that they grow in elder mode and are spoken. */
export function ToastHost() {
  const text = useSyncExternalStore(onToast, toastNow, toastNow)
  return (
    <View className="toast-host" role="status" aria-live="polite">
      {text && <View className="toast-host__text">{text}</View>}
    </View>
  )
}
