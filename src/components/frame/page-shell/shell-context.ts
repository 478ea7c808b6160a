import { createContext, type ReactNode, useContext } from 'react'
import type { IconName } from '../../show/icon/icon-name'
import type { Way } from '../../tap/tappable'

export interface TabItem extends Way {
  readonly key: string
  readonly text: string
  readonly icon: IconName
}

/** The few words that belong to the frame itself; the application hands them in. */
export interface ShellWords {
  readonly back: string
  readonly close: string
  readonly cancel: string
  readonly confirm: string
  readonly retry: string
  readonly clear: string
  readonly search: string
  /** Shown when a load takes longer than five seconds. */
  readonly slow: string
  /** What a load that brought nothing says, and whether another try may help. */
  readonly failed: (code: string) => { title: string; line: string; again: boolean }
  /** "No network, this is of …"; `at` is epoch milliseconds. */
  readonly stale: (code: string, offline: boolean, at: number) => string
  readonly secrecy: string
  readonly takePhoto: string
  readonly choosePhoto: string
  readonly removePhoto: (place: number) => string
  readonly photoSending: string
  readonly photoFailed: string
  readonly photoOf: (place: number, all: number) => string
  readonly previousPhoto: string
  readonly nextPhoto: string
  readonly holdToSpeak: string
  readonly releaseToStop: string
  readonly voiceHint: string
  readonly copy: string
}

/** What a page's frame needs to know of the phone and of the person, given by the application. */
export interface Shell {
  /** Large type, following the phone's font size or the person's own choice. */
  readonly elder: boolean
  /** H5 draws no title bar of its own. */
  readonly drawsTitleBar: boolean
  /** Heights in px, of the home page's own bar. */
  readonly statusBarHeight: number
  readonly tabs: readonly TabItem[]
  /** Over the pages of those who work on a wide screen, in place of the tabs; null elsewhere. */
  readonly bar: ReactNode
  readonly words: ShellWords
  readonly goBack: () => void
}

const none = () => undefined
const silent: ShellWords = {
  back: '',
  close: '',
  cancel: '',
  confirm: '',
  retry: '',
  clear: '',
  search: '',
  slow: '',
  failed: () => ({ title: '', line: '', again: true }),
  stale: () => '',
  secrecy: '',
  takePhoto: '',
  choosePhoto: '',
  removePhoto: () => '',
  photoSending: '',
  photoFailed: '',
  photoOf: () => '',
  previousPhoto: '',
  nextPhoto: '',
  holdToSpeak: '',
  releaseToStop: '',
  voiceHint: '',
  copy: '',
}

export const ShellContext = createContext<Shell>({
  elder: false,
  drawsTitleBar: false,
  statusBarHeight: 0,
  tabs: [],
  bar: null,
  words: silent,
  goBack: none,
})

export const useShell = () => useContext(ShellContext)
export const useShellWords = () => useContext(ShellContext).words
