import Taro from '@tarojs/taro'

/** Room for the title bar above what is scrolled to, px. */
const above = -96

/** Brings the first element of a selector into view, after the page has drawn itself. */
export function scrollToShow(selector: string) {
  Taro.nextTick(() => {
    if (process.env.TARO_ENV === 'h5')
      document.querySelector(selector)?.scrollIntoView({ block: 'nearest' })
    else
      void Taro.pageScrollTo({ selector, offsetTop: above, duration: 200 }).catch(() => undefined)
  })
}

/** Puts the cursor into the first field below an element; H5 only, where a keyboard chose it. */
export function focusFieldOf(selector: string) {
  if (process.env.TARO_ENV !== 'h5') return
  Taro.nextTick(() => document.querySelector<HTMLElement>(`${selector} input`)?.focus())
}
