import type { PageStack } from '../page-stack'
import type { Phone } from '../phone'
import { events, type Wx } from './api'
import { deviceApis } from './device'
import { fileSystemManager, userFolder } from './files'
import { interfaceApis } from './interface'
import { mediaApis } from './media'
import { navigationApis } from './navigation'
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
  'NetworkWeak',
  'NeedPrivacyAuthorization',
] as const

export type AppEvent = (typeof appEvents)[number]

export interface LaunchOptions {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly scene: number
}

/** The `wx` of one running mini-program. What WeChat has and no page of ours needs is absent. */
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
    env: { USER_DATA_PATH: userFolder },
    getFileSystemManager: () => files,
    saveFile: files.saveFile,
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    createSelectorQuery: createSelectorQuery(phone, stack),
    createIntersectionObserver: () => {
      const observer: Wx = { observe: () => undefined, disconnect: () => undefined }
      observer.relativeTo = observer.relativeToViewport = () => observer
      return observer
    },
  }
  return { wx, raise: (name: AppEvent, detail: unknown) => raise(name, detail) }
}
