import type { ExparserNode } from 'miniprogram-exparser'
import * as exparser from 'miniprogram-exparser'
import * as gestures from './gestures'
import type { PageStack } from './page-stack'
import type { Call, Person, Phone, PhoneStorage } from './phone'
import * as tree from './tree'
import type { AppEvent, LaunchOptions } from './wx/make-wx'
import { temporaryFolder } from './wx/files'

/** Words or spoken name of something on the page, or its id. */
export type Target = string | { readonly id: string }

type Hook = (...args: unknown[]) => unknown

const pollMs = 10
const quietPolls = 3
const defaultWaitMs = 5000

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** A mini-program that runs; what a person can do with it and see of it. */
export class RunningMiniProgram {
  app: Record<string, unknown> = {}
  /** Size of the largest single `setData`, in bytes; WeChat asks for 256 KB at most. */
  largestSetData = 0
  /** `console` lines of the bundle. */
  readonly logged: string[] = []
  private updates = 0
  private carried: string[] | null = null
  private stack!: PageStack
  private raise!: (name: AppEvent, detail: unknown) => void
  private readonly typed = new WeakMap<
    ExparserNode,
    { readonly was?: string; readonly text: string }
  >()

  constructor(
    private readonly phone: Phone,
    /** What the program threw and did not catch; `close` fails when this is not empty. */
    readonly errors: Error[],
  ) {
    exparser.addGlobalErrorListener(this.collectDrawn)
  }

  private readonly collectDrawn = (error: Error): boolean => {
    this.errors.push(error)
    return false
  }

  readonly console = Object.fromEntries(
    ['log', 'info', 'warn', 'error', 'debug', 'group', 'groupEnd', 'time', 'timeEnd'].map(
      (level) => [
        level,
        (...parts: unknown[]) => void this.logged.push(`${level}: ${parts.map(String).join(' ')}`),
      ],
    ),
  )

  setApp(app: object): void {
    this.app = app as Record<string, unknown>
  }

  noteSetData(json: string): void {
    this.updates += 1
    this.largestSetData = Math.max(this.largestSetData, Buffer.byteLength(json))
    this.carried?.push(json)
  }

  /** What every `setData` carried meanwhile, as JSON. */
  async updatesDuring(act: () => Promise<void>): Promise<readonly string[]> {
    const carried: string[] = (this.carried = [])
    try {
      await act()
      return carried
    } finally {
      this.carried = null
    }
  }

  async launch(
    stack: PageStack,
    options: LaunchOptions,
    raise: (name: AppEvent, detail: unknown) => void,
    url: string,
  ): Promise<void> {
    this.stack = stack
    this.raise = raise
    this.callApp('onLaunch', options)
    this.callApp('onShow', options)
    if (stack.knows(url)) stack.reLaunch(url)
    else this.callApp('onPageNotFound', { ...options, isEntryPage: true })
    await this.settle()
  }

  /** What WeChat is given when the person forwards this page; it cannot be where this is absent. */
  share(): { readonly title?: string; readonly path?: string } {
    const { instance } = this.stack.current
    const told = instance.onShareAppMessage as ((from: object) => object) | undefined
    if (!told) throw this.fault('cannot be forwarded')
    return told.call(instance, { from: 'menu' })
  }

  /** The page on top: route, query, title, and the routes below it. */
  get page() {
    const { route, options, title, instance } = this.stack.current
    const stack = this.stack.pages.map((page) => page.route)
    return { route, options, title, data: instance.data, stack }
  }
  get person(): Person {
    return this.phone.person
  }
  get storage(): PhoneStorage {
    return this.phone.storage
  }
  get toasts(): readonly string[] {
    return this.phone.toasts
  }
  get modals() {
    return this.phone.modals
  }
  get clipboard(): string {
    return this.phone.clipboard
  }

  /** Calls of asynchronous `wx` functions, of one kind when named. */
  calls(api?: string): readonly Call[] {
    return this.phone.calls.filter((call) => api === undefined || call.api === api)
  }

  /** All visible text of the page, a line per block. */
  text(): string {
    const { node, tabBar } = this.stack.current
    return [node, ...(tabBar ? [tabBar.node] : [])].map(tree.textOf).filter(Boolean).join('\n')
  }

  has(words: string): boolean {
    return this.text().includes(words) || this.findAll(words).length > 0
  }

  /** Whether anything drawn has this class: what a style sheet would answer to. */
  hasClass(name: string): boolean {
    return tree.findAllBySelector(this.stack.current.node, `.${name}`).length > 0
  }

  findAll(target: Target): ExparserNode[] {
    const root = this.stack.current.node
    if (typeof target === 'string') return tree.findByName(root, target)
    const found = tree.findById(root, target.id)
    return found ? [found] : []
  }

  find(target: Target): ExparserNode {
    const [found] = this.findAll(target)
    if (!found) throw this.fault(`nothing reads ${JSON.stringify(target)}`)
    return found
  }

  /** Taps what has this spoken name or text; the `nth` (from 0) when there are several. */
  async tap(target: Target, nth = 0): Promise<void> {
    this.tapNow([this.tappable(target, nth)])
    await this.settle()
  }

  /** Two taps of one finger, the second before anything could be drawn. */
  async doubleTap(target: Target): Promise<void> {
    const node = this.tappable(target, 0)
    this.tapNow([node, node])
    await this.settle()
  }

  private tapNow(nodes: readonly ExparserNode[]): void {
    this.phone.inTap = true
    try {
      nodes.forEach(gestures.tap)
    } finally {
      this.phone.inTap = false
    }
  }

  /** Something on the page reads so and takes a tap. */
  canTap(target: Target): boolean {
    return this.findAll(target).some((node) => gestures.tapTarget(node) !== undefined)
  }

  private tappable(target: Target, nth: number): ExparserNode {
    const tappable = this.findAll(target)
      .map((node) => ({ node, taker: gestures.tapTarget(node) }))
      .filter(({ taker }) => taker !== undefined)
    const takers = new Set(tappable.map(({ taker }) => taker))
    const chosen = tappable.find(({ taker }) => taker === [...takers][nth])
    if (!chosen) throw this.fault(`nothing to tap reads ${JSON.stringify(target)}`)
    this.mustReach(chosen.node)
    return chosen.node
  }

  /** Draws the finger upwards over it, to see what is below; throws where nothing scrolls. */
  async swipe(target: Target): Promise<'page' | 'scroll-view'> {
    const scrolled = gestures.swipe(this.find(target))
    await this.settle()
    return scrolled
  }

  /** Holds, as for a voice note; `release` lifts the finger. */
  async press(target: Target): Promise<void> {
    const node = this.find(target)
    this.mustReach(node)
    gestures.press(node)
    await this.settle()
  }

  async release(target: Target): Promise<void> {
    gestures.release(this.find(target))
    await this.settle()
  }

  /** Types into the field with this spoken name or placeholder, replacing what it held. */
  async type(name: string, text: string): Promise<void> {
    const field = this.field(name)
    this.mustReach(field)
    this.typed.set(field, { was: tree.attribute(field, 'value'), text: gestures.type(field, text) })
    await this.settle()
  }

  /** Types letter by letter, as a person does; the field keeps the focus until the last one. */
  async typeLetters(name: string, text: string): Promise<void> {
    const field = this.field(name)
    const was = tree.attribute(field, 'value')
    gestures.focus(field)
    let held = ''
    for (const letter of text) {
      held = gestures.input(field, held + letter)
      await pause(0)
    }
    gestures.blur(field, held)
    this.typed.set(field, { was, text: held })
    await this.settle()
  }

  /** What the field shows: typed last, unless the program has set another value since. */
  valueOf(name: string): string {
    const field = this.field(name)
    const value = tree.attribute(field, 'value')
    const typed = this.typed.get(field)
    return (typed && typed.was === value ? typed.text : value) ?? ''
  }

  /** Every field that takes words, by its spoken name or placeholder, in the page's order. */
  fieldNames(): string[] {
    return tree
      .findFields(this.stack.current.node)
      .map((one) => tree.attribute(one, 'aria-label') ?? tree.attribute(one, 'placeholder') ?? '')
  }

  /** Chooses in a native picker; a date picker offers only what lies between its ends. */
  async pick(name: string, value: string): Promise<void> {
    const picker = this.findAll(name).find((node) => tree.tagOf(node) === 'picker')
    if (!picker) throw this.fault(`there is no picker ${name}`)
    this.mustReach(picker)
    const [start = value, end = value] = ['start', 'end'].map((at) => tree.attribute(picker, at))
    if (value < start || value > end) throw this.fault(`${name} offers ${start} to ${end} only`)
    gestures.send(picker, 'change', { detail: { value } })
    await this.settle()
  }

  async back(): Promise<void> {
    this.stack.navigateBack()
    await this.settle()
  }

  async switchTab(route: string): Promise<void> {
    this.stack.switchTab(`/${route}`)
    await this.settle()
  }

  /** Opens a page as a link in the program would; throws where WeChat refuses. */
  async open(url: string): Promise<void> {
    this.stack.navigateTo(url)
    await this.settle()
  }

  async setNetwork(network: 'online' | 'offline' | 'mobile'): Promise<void> {
    this.phone.online = network !== 'offline'
    this.phone.wifi = network === 'online'
    const networkType = { online: 'wifi', offline: 'none', mobile: '4g' }[network]
    const detail = { isConnected: this.phone.online, networkType }
    this.phone.timers.guard(() => this.raise('NetworkStatusChange', detail))
    await this.settle()
  }

  /** Pulls the page down; throws where its window does not take it. */
  async pullDown(): Promise<void> {
    if (!this.phone.appJson.window?.enablePullDownRefresh) throw this.fault('cannot be pulled down')
    this.stack.call(this.stack.current, 'onPullDownRefresh')
    await this.settle()
  }

  /** To another app; WeChat may end the program there without another word. */
  async hide(): Promise<void> {
    this.stack.call(this.stack.current, 'onHide')
    this.callApp('onHide')
    this.raise('AppHide', {})
    await this.settle()
  }

  /** To another app and back. */
  async leaveAndReturn(): Promise<void> {
    await this.hide()
    this.callApp('onShow', { path: this.page.route, query: {}, scene: 1001 })
    this.raise('AppShow', {})
    this.stack.call(this.stack.current, 'onShow')
    await this.settle()
  }

  /** Waits until the page reads so, or until something holds. The error shows the page. */
  async waitFor(wanted: string | (() => boolean), timeoutMs = defaultWaitMs): Promise<void> {
    const holds = typeof wanted === 'string' ? () => this.text().includes(wanted) : wanted
    for (const end = Date.now() + timeoutMs; Date.now() < end; await pause(pollMs)) {
      if (holds()) return
    }
    if (!holds()) throw this.fault(`waited ${timeoutMs} ms for ${String(wanted)}`)
  }

  /** Ends the program; temporary files go. Throws what it threw and nobody caught. */
  async close(): Promise<void> {
    this.stack.closeAll()
    await this.settle()
    this.phone.timers.close()
    exparser.removeGlobalErrorListener(this.collectDrawn)
    for (const file of this.storage.files.keys()) {
      if (file.startsWith(temporaryFolder)) this.storage.files.delete(file)
    }
    const [error, ...others] = this.errors.splice(0)
    if (error) throw others.length === 0 ? error : new AggregateError([error, ...others])
  }

  /** Until nothing was drawn for a moment: React and Taro work in timers of no delay. */
  private async settle(): Promise<void> {
    for (let quiet = 0, seen = this.updates; quiet < quietPolls;) {
      await pause(pollMs)
      quiet = seen === this.updates ? quiet + 1 : 0
      seen = this.updates
    }
    const top = this.stack.pages.at(-1)
    const held = top && gestures.heldFast(top.node)
    if (held && !this.errors.some(({ message }) => message.startsWith(held)))
      this.errors.push(this.fault(held))
  }

  private field(name: string): ExparserNode {
    const [field] = tree.findFields(this.stack.current.node, name)
    if (field) return field
    const all = tree.findFields(this.stack.current.node)
    const names = all.map(
      (one) => tree.attribute(one, 'aria-label') ?? tree.attribute(one, 'placeholder'),
    )
    throw this.fault(`no field ${name}; there are ${JSON.stringify(names)}`)
  }

  private mustReach(node: ExparserNode): void {
    const reason = gestures.outOfReach(node)
    if (reason) throw this.fault(reason)
  }

  private callApp(name: string, ...args: unknown[]): void {
    const hook = this.app[name]
    if (typeof hook !== 'function') return
    this.phone.timers.guard(() => void (hook as Hook).apply(this.app, args))
  }

  private fault(message: string): Error {
    const about = [...this.errors.map(({ stack }) => stack), ...this.logged.slice(-5)].join('\n')
    return new Error(`${message}\non ${this.page.route}:\n${this.text()}\n${about}`)
  }
}
