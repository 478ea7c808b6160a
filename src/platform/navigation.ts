import Taro from '@tarojs/taro'

/** WeChat keeps at most ten pages; the eleventh replaces the top one. */
const deepest = 10

const tabPages: Readonly<Record<string, string>> = {
  home: '/pages/home/index',
  todo: '/pages/todo/index',
  register: '/pages/register/index',
  mine: '/pages/mine/index',
}

type Params = Readonly<Record<string, string | number | null | undefined>>

const queryOf = (params: Params) => {
  const pairs = Object.entries(params)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

/** Opens a page by its path without the leading slash and `/index`, e.g. `pages/task`. */
export function openPage(path: string, params: Params = {}) {
  const url = `/${path}/index${queryOf(params)}`
  const full = Taro.getCurrentPages().length >= deepest
  void (full ? Taro.redirectTo({ url }) : Taro.navigateTo({ url }))
}

/** Puts a page in place of this one, so that back does not return to a form that was sent. */
export function replacePage(path: string, params: Params = {}) {
  void Taro.redirectTo({ url: `/${path}/index${queryOf(params)}` })
}

/** `home`, `todo`, `register` or `mine`. */
export function openTab(key: string) {
  const url = tabPages[key]
  if (url) void Taro.switchTab({ url })
}

/** Back, or home when this page was opened from outside. */
export function goBack() {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else openTab('home')
}

/** Back to the page this one belongs to, also when this one was opened from outside. */
export function goBackTo(path: string, params: Params = {}) {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else replacePage(path, params)
}

/** Parameter of the page's address, decoded; empty when absent. */
export function pageParam(name: string): string {
  const value = Taro.getCurrentInstance().router?.params[name]
  return value ? decodeURIComponent(value) : ''
}
