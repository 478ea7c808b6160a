import { useDidHide, useDidShow, useLaunch, usePageNotFound } from '@tarojs/taro'
import { readTypeSizeAgain } from './device'
import { flushDrafts } from './drafts'
import { replacePage } from './navigation'
import { onNetworkBack } from './network'
import { flushOutbox } from './outbox'
import { keepTrying } from './outbox-again'
import { refreshMe } from './use-me'

/**
 * What the app does by itself: asks who the caller is, and sends what waits, whenever it is
 * opened or the network comes back, and after a while where the server could not take it; writes down what is being typed when it is left.
 */
export function useAppLife() {
  useLaunch(() => {
    keepTrying()
    onNetworkBack(() => {
      void refreshMe({ join: true })
      void flushOutbox()
    })
    // Closing the tab or the phone's own gesture: no other event comes.
    if (process.env.TARO_ENV === 'h5') window.addEventListener('pagehide', flushDrafts)
  })
  useDidShow(() => {
    readTypeSizeAgain()
    void refreshMe({ join: true })
    void flushOutbox()
  })
  useDidHide(flushDrafts)
  usePageNotFound(() => replacePage('pages/not-found'))
}
