import Taro from '@tarojs/taro'
import { onH5 } from './build'

/** Told of each rejection that nobody caught: a tap that did nothing would say nothing. */
export function onUnhandled(listener: (reason: unknown) => void) {
  if (onH5) {
    window.addEventListener('unhandledrejection', ({ reason }) => listener(reason))
    return
  }
  Taro.onUnhandledRejection(({ reason }) => listener(reason))
}
