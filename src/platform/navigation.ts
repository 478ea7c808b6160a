import Taro from '@tarojs/taro'
import { useState } from 'react'

/** WeChat keeps at most ten pages; the eleventh replaces the top one. */
const deepest = 10

const tabPages: Readonly<Record<string, string>> = {
  home: '/pages/home/index',
  todo: '/pages/todo/index',
  register: '/pages/register/index',
  mine: '/pages/mine/index',
}

export type Params = Readonly<Record<string, string | number | null | undefined>>

export const queryOf = (params: Params) => {
  const pairs = Object.entries(params)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

type Failed = () => void

let onFailed: Failed = () => undefined

/** What is said when a page cannot be opened: its code was never fetched and there is no network. */
export function sayWhenNotOpened(say: Failed) {
  onFailed = say
}

/** A double tap's second tap may come after the page has opened. */
const doubleTapMs = 300

let opening: string | null = null

const release = () => {
  opening = null
}

/** One page at a time: the second tap of a double tap opens nothing. */
async function go(url: string, open: (options: { url: string }) => Promise<unknown>) {
  if (opening === url) return
  opening = url
  try {
    await open({ url })
    setTimeout(release, doubleTapMs)
  } catch {
    release()
    onFailed()
  }
}

const addressOf = (path: string, params: Params) => `/${path}/index${queryOf(params)}`

/** Opens a page by its path without the leading slash and `/index`, e.g. `pages/task`. */
export function openPage(path: string, params: Params = {}) {
  const full = Taro.getCurrentPages().length >= deepest
  void go(addressOf(path, params), full ? Taro.redirectTo : Taro.navigateTo)
}

/** A tap that opens a page, with its address in a browser: a link there. */
export const wayTo = (path: string, params: Params = {}) => ({
  href: `#${addressOf(path, params)}`,
  onTap: () => openPage(path, params),
})

/** Differs between two openings of one address, on both platforms. */
const topPage = () => Taro.getCurrentInstance().router?.$taroPath

/** Path of the page on top, e.g. `pages/report/index`. */
export const currentRoute = () =>
  (Taro.getCurrentInstance().router?.path ?? '').replace(/^\//, '').split('?')[0] ?? ''

/**
 * Says whether the page that is open now is still on top, e.g. after a call: a person who went
 * back meanwhile must not have the next page replaced under the finger.
 */
export function stillHere(): () => boolean {
  const here = topPage()
  return () => topPage() === here
}

/** Puts a page in place of this one, so that back does not return to a form that was sent. */
export function replacePage(path: string, params: Params = {}) {
  void go(addressOf(path, params), Taro.redirectTo)
}

/** `home`, `todo`, `register` or `mine`. */
export function openTab(key: string) {
  const url = tabPages[key]
  if (url) void go(url, Taro.switchTab)
}

/** `wayTo` one of the tabs. */
export const wayToTab = (key: string) => ({
  href: `#${tabPages[key] ?? ''}`,
  onTap: () => openTab(key),
})

/** Back, or home when this page was opened from outside. */
export function goBack() {
  if (Taro.getCurrentPages().length > 1) void Promise.resolve(Taro.navigateBack()).catch(onFailed)
  else openTab('home')
}

/** Back to the page this one belongs to, also when this one was opened from outside. */
export function goBackTo(path: string, params: Params = {}) {
  if (Taro.getCurrentPages().length > 1) void Promise.resolve(Taro.navigateBack()).catch(onFailed)
  else replacePage(path, params)
}

const decoded = (value: string) => {
  try {
    return decodeURIComponent(value)
  } catch {
    // Cut off or written by hand: the page says that it is not found, and is no blank one.
    return value
  }
}

/** `a=1&b=2`, or one value alone, which is the id: a 小程序码 carries 32 characters. */
const sceneParams = (scene: string): Record<string, string> => {
  if (!scene.includes('=')) return { id: scene }
  const params: Record<string, string> = {}
  for (const pair of scene.split('&')) {
    const [name = '', value = ''] = pair.split('=')
    params[name] = decoded(value)
  }
  return params
}

/** A parameter of the page's address, also of the 小程序码 it was opened by; empty when absent. */
export function usePageParam(name: string): string {
  // Of this page: when it is drawn again another one may be on top.
  const [params] = useState(() => Taro.getCurrentInstance().router?.params ?? {})
  const { scene } = params
  return decoded(params[name] ?? '') || (scene ? (sceneParams(decoded(scene))[name] ?? '') : '')
}
