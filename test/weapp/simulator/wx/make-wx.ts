import type { PageStack } from '../page-stack'
import type { Phone } from '../phone'
import { apis, events, type Wx } from './api'
import { deviceApis } from './device'
import { fileSystemManager } from './files'
import { interfaceApis } from './interface'
import { mediaApis } from './media'
import { networkApis } from './network'
import { createSelectorQuery } from './selector-query'
import { storageApis } from './storage'
import { subscribeApis } from './subscribe'

const appEvents = [
  'AppShow',
  'AppHide',
  'Error',
  'UnhandledRejection',
  'PageNotFound',
  'ThemeChange',
  'MemoryWarning',
  'WindowResize',
  'KeyboardHeightChange',
  'NetworkStatusChange',
] as const

export type AppEvent = (typeof appEvents)[number]

export interface LaunchOptions {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly scene: number
}

const navigationApis = (phone: Phone, stack: () => PageStack): Wx =>
  apis(phone, {
    navigateTo: ({ url }) => stack().navigateTo(String(url)),
    redirectTo: ({ url }) => stack().redirectTo(String(url)),
    reLaunch: ({ url }) => stack().reLaunch(String(url)),
    switchTab: ({ url }) => stack().switchTab(String(url)),
    navigateBack: ({ delta }) => stack().navigateBack(Number(delta ?? 1)),
    setNavigationBarTitle: ({ title }) => void (stack().current.title = String(title)),
  })

/**
 * The `wx` of one running mini-program. What our pages do not use is absent: calling it fails as
 * loudly as calling what WeChat does not have.
 */
export const makeWx = (phone: Phone, launch: LaunchOptions, stack: () => PageStack) => {
  const { wx: listening, raise } = events(appEvents)
  const files = fileSystemManager(phone)
  const wx: Wx = {
    ...listening,
    ...storageApis(phone),
    ...networkApis(phone),
    ...interfaceApis(phone),
    ...mediaApis(phone),
    ...deviceApis(phone),
    ...subscribeApis(phone),
    ...navigationApis(phone, stack),
    getFileSystemManager: () => files,
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    createSelectorQuery: createSelectorQuery(phone, stack),
  }
  return { wx, raise: (name: AppEvent, detail: unknown) => raise(name, detail) }
}
