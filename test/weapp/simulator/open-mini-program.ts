import fs from 'node:fs'
import path from 'node:path'
import { compileWxml } from './compile-wxml'
import { createRequire, type Require } from './load-module'
import { PageStack } from './page-stack'
import { type AppJson, type Bridge, type Phone, type PhoneStorage } from './phone'
import { emptyStorage, willingPerson } from './phone'
import { Renderer } from './renderer'
import { RunningMiniProgram } from './running-mini-program'
import { Timers } from './timers'
import { makeWx } from './wx/make-wx'

export interface OpenOptions {
  /** Folder of the compiled mini-program. */
  readonly dist: string
  readonly bridge: Bridge
  /** From an earlier run (`app.storage`), so that the phone remembers; empty by default. */
  readonly storage?: PhoneStorage
  readonly network?: 'online' | 'offline' | 'mobile'
  /** Page and query to open with, as a QR code would; the first page by default. */
  readonly path?: string
  /** The phone's text size in px; 17 is the standard. */
  readonly fontSize?: number
}

const readJson = <T>(file: string): T => {
  if (!fs.existsSync(file)) throw new Error(`${file} is missing: build the mini-program first`)
  return JSON.parse(fs.readFileSync(file, 'utf8')) as T
}

const noQuery: Readonly<Record<string, string>> = {}

/**
 * Starts a compiled mini-program as WeChat would, without a screen: templates by WeChat's
 * compiler, components by WeChat's framework, `wx` by the simulator. Throws when a template is
 * faulty or `app.js` cannot be evaluated.
 */
export const openMiniProgram = async (options: OpenOptions): Promise<RunningMiniProgram> => {
  const appJson = readJson<AppJson>(path.join(options.dist, 'app.json'))
  const drawFile = compileWxml(options.dist)
  const errors: Error[] = []
  const collect = (error: unknown) =>
    void errors.push(error instanceof Error ? error : new Error(String(error)))
  const phone: Phone = {
    bridge: options.bridge,
    storage: options.storage ?? emptyStorage(),
    person: willingPerson(),
    timers: new Timers(collect),
    calls: [],
    toasts: [],
    modals: [],
    appJson,
    online: options.network !== 'offline',
    wifi: options.network !== 'mobile',
    inTap: false,
    inModalAnswer: false,
    privacyAgreed: false,
    clipboard: '',
    fontSize: options.fontSize ?? 17,
  }

  const require: { current?: Require } = {}
  const program = new RunningMiniProgram(phone, errors)
  const renderer = new Renderer({
    dist: options.dist,
    drawFile,
    require: () => require.current!,
    onSetData: (json) => program.noteSetData(json),
  })
  const titleOf = (route: string) =>
    readJson<{ navigationBarTitleText?: string }>(path.join(options.dist, `${route}.json`))
      .navigationBarTitleText ?? ''
  const stack = new PageStack(phone, renderer, titleOf)
  const [first = appJson.pages[0]!, query = ''] = (options.path ?? appJson.pages[0]!).split('?')
  const pairs = query
    .split('&')
    .filter(Boolean)
    .map((pair) => pair.split('='))
  const launch = {
    path: first,
    query: { ...noQuery, ...Object.fromEntries(pairs) },
    scene: 1001,
  }
  const { wx, raise } = makeWx(phone, launch, () => stack)

  require.current = createRequire(options.dist, {
    wx,
    App: (app: object) => program.setApp(app),
    Page: renderer.define,
    Component: renderer.define,
    Behavior: (behavior: object) => behavior,
    getApp: () => program.app,
    getCurrentPages: () => stack.pages.map(({ instance }) => instance),
    setTimeout: phone.timers.setTimeout,
    setInterval: phone.timers.setInterval,
    clearTimeout: phone.timers.clear,
    clearInterval: phone.timers.clear,
    console: program.console,
  })
  require.current('app')
  await program.launch(stack, launch, raise, `/${options.path ?? first}`)
  return program
}
