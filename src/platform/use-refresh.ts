import Taro, { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { onNetworkBack } from './network'
import { refreshMe } from './use-me'

export type RefreshCause = 'show' | 'network' | 'pull'

/** Calls back when the person pulls the page down; who they are is asked again too. */
export function usePull(refresh: () => Promise<void> | void) {
  usePullDownRefresh(() => {
    void Promise.all([refresh(), refreshMe({ join: true })]).finally(() => {
      // Refused where nothing is being pulled any more: there is nothing to stop.
      Promise.resolve(Taro.stopPullDownRefresh()).catch(() => undefined)
    })
  })
}

/**
 * Calls back whenever what a page shows may be old: it is shown again, the network is back while
 * it is shown, or the person pulls it down.
 */
export function useRefresh(refresh: (cause: RefreshCause) => Promise<void> | void) {
  const latest = useRef(refresh)
  useEffect(() => {
    latest.current = refresh
  })
  const shown = useRef(true)
  useDidShow(() => {
    // The first show is that of the page being opened: it has just been asked for.
    if (!shown.current) void latest.current('show')
    shown.current = true
  })
  useDidHide(() => {
    shown.current = false
  })
  usePull(() => latest.current('pull'))
  useEffect(() => onNetworkBack(() => shown.current && void latest.current('network')), [])
}
