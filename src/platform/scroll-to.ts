import Taro from '@tarojs/taro'
import { onH5 } from './build'

/** Room for the title bar above what is scrolled to, px. */
const above = -96

/** Brings the first element of a selector into view, after the page has drawn itself. */
export function scrollToShow(selector: string) {
  Taro.nextTick(() => {
    if (onH5) document.querySelector(selector)?.scrollIntoView({ block: 'nearest' })
    else
      void Taro.pageScrollTo({ selector, offsetTop: above, duration: 200 }).catch(() => undefined)
  })
}
