import { useDidShow, useLaunch } from '@tarojs/taro'
import { readTypeSizeAgain } from './device'
import { onNetworkBack } from './network'
import { flushOutbox } from './outbox'
import { refreshMe } from './use-me'

/**
 * What the app does by itself: asks who the caller is at start, and sends what waits whenever
 * it is opened or the network comes back.
 */
export function useAppLife() {
  useLaunch(() => {
    void refreshMe()
    onNetworkBack(() => void flushOutbox())
  })
  useDidShow(() => {
    readTypeSizeAgain()
    void flushOutbox()
  })
}
