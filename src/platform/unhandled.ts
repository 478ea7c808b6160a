import Taro from '@tarojs/taro'

/** Told of each rejection that nobody caught: a tap that did nothing would say nothing. */
export function onUnhandled(listener: (reason: unknown) => void) {
  if (process.env.TARO_ENV === 'h5') {
    window.addEventListener('unhandledrejection', ({ reason }) => listener(reason))
    return
  }
  Taro.onUnhandledRejection(({ reason }) => listener(reason))
}
