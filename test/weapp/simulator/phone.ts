import type { Timers } from './timers'

/** What stays on the phone when the mini-program is closed. */
export interface PhoneStorage {
  /** JSON by key, as `wx.setStorage` keeps it. */
  readonly entries: Map<string, string>
  /** Files by path; those under `http://tmp/` go when the program is closed. */
  readonly files: Map<string, Uint8Array>
}

export const emptyStorage = (): PhoneStorage => ({ entries: new Map(), files: new Map() })

export type Consent = 'accept' | 'reject' | 'ban' | 'filter'

/** What WeChat asks for once; after a refusal only its settings help. */
/** What WeChat asks for; `file` has no switch of its own: the phone refuses it, or the privacy popup. */
export type Scope = 'camera' | 'album' | 'record' | 'file'

/** What the person holding the phone will do when WeChat asks. Change it at any time. */
export interface Person {
  /** Photos for the next choices, taken from the front; none left: the choice is cancelled. */
  photos: Uint8Array[]
  /** Answer per subscription template. */
  consents: (templateId: string) => Consent
  /** The main switch of subscription messages in WeChat's settings. */
  subscriptionsOn: boolean
  /** Answer to a modal; its text is also in `modals`. */
  confirms: (modal: { title: string; content: string }) => boolean
  location: { readonly latitude: number; readonly longitude: number } | null
  acceptsPrivacy: boolean
  /** Refused at WeChat's own question; taken back in `openSetting` when the person does so there. */
  denies: Set<Scope>
  /** The phone itself does not allow WeChat to do it. */
  phoneDenies: Set<Scope>
  /** What the person switches on when the settings are opened. */
  allowsInSettings: readonly Scope[]
  /** The file chosen from a chat; null cancels. */
  document: { readonly name: string; readonly bytes: Uint8Array } | null
  /** A voice note, as the recorder hands it out. */
  voice: Uint8Array
}

export const willingPerson = (): Person => ({
  photos: [],
  consents: () => 'accept',
  subscriptionsOn: true,
  confirms: () => true,
  location: null,
  acceptsPrivacy: true,
  denies: new Set(),
  phoneDenies: new Set(),
  allowsInSettings: [],
  document: null,
  // One frame of AAC, as long as it says.
  voice: Buffer.concat([Buffer.from('fff15080040000', 'hex'), Buffer.alloc(25, 7)]),
})

/** What the cloud does for `wx.cloud`; offline it is never asked. */
export interface Bridge {
  /** The function's result, as plain JSON. */
  callFunction(name: string, data: unknown): Promise<unknown>
  /** Stores a file and returns its file id. */
  uploadFile(cloudPath: string, bytes: Uint8Array): Promise<string>
}

/** One call of an asynchronous `wx` function, without its callbacks. */
export interface Call {
  readonly api: string
  readonly args: Readonly<Record<string, unknown>>
}

/** State of the phone while one mini-program runs on it. */
export interface Phone {
  readonly bridge: Bridge
  readonly storage: PhoneStorage
  readonly person: Person
  readonly timers: Timers
  readonly calls: Call[]
  readonly toasts: string[]
  readonly modals: { readonly title: string; readonly content: string }[]
  readonly appJson: AppJson
  online: boolean
  /** False on the mobile network. */
  wifi: boolean
  /** True only while a tap is being handled. */
  inTap: boolean
  /** True only while the answer to a modal is being handled, which counts as a tap for settings. */
  inModalAnswer: boolean
  privacyAgreed: boolean
  clipboard: string
  /** Phone's text size in px; 17 is WeChat's standard. */
  readonly fontSize: number
}

/** Without a network named, WeChat preloads by WLAN only. */
export interface PreloadRule {
  readonly network?: 'all' | 'wifi'
  readonly packages: readonly string[]
}

export interface AppJson {
  readonly pages: readonly string[]
  readonly subPackages?: readonly SubPackage[]
  readonly preloadRule?: Readonly<Record<string, PreloadRule>>
  readonly tabBar?: {
    readonly custom?: boolean
    readonly list: readonly { readonly pagePath: string; readonly text: string }[]
  }
  readonly window?: { readonly enablePullDownRefresh?: boolean }
  readonly requiredPrivateInfos?: readonly string[]
  readonly __usePrivacyCheck__?: boolean
}

export interface SubPackage {
  readonly root: string
  readonly name?: string
  readonly pages: readonly string[]
}
