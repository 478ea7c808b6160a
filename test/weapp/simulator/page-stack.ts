import type { AppJson, Phone, SubPackage } from './phone'
import type { Drawn, Renderer } from './renderer'
import { ApiFailure } from './wx/api'

export interface OpenPage extends Drawn {
  readonly route: string
  readonly options: Readonly<Record<string, string>>
  /** The custom tab bar, on tab pages of a program that has one. */
  readonly tabBar: Drawn | null
  title: string
}

const maxDepth = 10

const subPackagesOf = (appJson: AppJson): readonly SubPackage[] => appJson.subPackages ?? []

/** Route and query of an address, relative to the page that names it. */
const parseUrl = (url: string, from: string) => {
  const [address = '', query = ''] = url.split('?')
  const base = address.startsWith('/') ? 'http://page/' : `http://page/${from}`
  const pairs = query
    .split('&')
    .filter(Boolean)
    .map((pair) => pair.split('='))
  return {
    route: new URL(address || '.', base).pathname.slice(1),
    options: Object.fromEntries(pairs.map(([key = '', value = '']) => [key, value])),
  }
}

/** The pages a person has open, with WeChat's limits and order of lifecycle calls. */
export class PageStack {
  readonly pages: OpenPage[] = []
  /** Tab pages stay alive when another tab is shown. */
  private readonly tabs = new Map<string, OpenPage>()
  private readonly downloaded = new Set<string>()

  constructor(
    private readonly phone: Phone,
    private readonly renderer: Renderer,
    private readonly titleOf: (route: string) => string,
  ) {}

  get current(): OpenPage {
    const page = this.pages.at(-1)
    if (!page) throw new Error('no page is open')
    return page
  }

  navigateTo(url: string): void {
    const target = this.resolve(url)
    if (this.isTab(target.route)) throw new ApiFailure('can not navigateTo a tabbar page')
    if (this.pages.length >= maxDepth) throw new ApiFailure('webview count limit exceed')
    this.download(target.route)
    this.call(this.current, 'onHide')
    this.load(target.route, target.options)
  }

  redirectTo(url: string): void {
    const target = this.resolve(url)
    if (this.isTab(target.route)) throw new ApiFailure('can not redirectTo a tabbar page')
    this.download(target.route)
    const left = this.pages.pop()
    // None is open when the program was started with an address that leads nowhere.
    if (left) this.unload(left)
    this.load(target.route, target.options)
  }

  knows(url: string): boolean {
    try {
      this.resolve(url)
      return true
    } catch {
      return false
    }
  }

  reLaunch(url: string): void {
    const target = this.resolve(url)
    this.download(target.route)
    this.closeAll()
    this.load(target.route, target.options)
  }

  switchTab(url: string): void {
    const target = this.resolve(url)
    if (!this.isTab(target.route)) throw new ApiFailure('can not switch to no-tabBar page')
    while (this.pages.length > 1) this.unload(this.pages.pop()!)
    const [shown] = this.pages
    if (shown?.route === target.route) return this.call(shown, 'onShow')
    this.pages.pop()
    if (shown && this.tabs.has(shown.route)) this.call(shown, 'onHide')
    else if (shown) this.unload(shown)
    const known = this.tabs.get(target.route)
    if (!known) return this.load(target.route, {})
    this.pages.push(known)
    this.call(known, 'onShow')
  }

  navigateBack(delta = 1): void {
    if (this.pages.length <= 1) throw new ApiFailure('cannot navigate back at first page.')
    const left = Math.max(1, this.pages.length - delta)
    while (this.pages.length > left) this.unload(this.pages.pop()!)
    this.call(this.current, 'onShow')
  }

  closeAll(): void {
    const shown = new Set([...this.pages.reverse(), ...this.tabs.values()])
    this.pages.length = 0
    this.tabs.clear()
    shown.forEach((page) => this.unload(page))
  }

  /** A lifecycle method of a page; what it throws is collected. */
  call(page: OpenPage, name: string, argument?: unknown): void {
    const method = page.instance[name]
    if (typeof method !== 'function') return
    this.phone.timers.guard(() => void method.call(page.instance, argument))
  }

  private isTab(route: string): boolean {
    return this.phone.appJson.tabBar?.list.some(({ pagePath }) => pagePath === route) ?? false
  }

  private resolve(url: string) {
    const target = parseUrl(url, this.pages.at(-1)?.route ?? '')
    const { appJson } = this.phone
    const known =
      appJson.pages.includes(target.route) ||
      subPackagesOf(appJson).some(({ root, pages }) =>
        pages.some((page) => `${root}/${page}`.replace(/\/+/g, '/') === target.route),
      )
    if (!known) throw new ApiFailure(`page "${target.route}" is not found`)
    return target
  }

  /** A sub-package comes over the network, once; preload rules fetch it ahead. */
  private download(route: string): void {
    const own = subPackagesOf(this.phone.appJson).find(({ root }) => route.startsWith(root))
    if (!own || this.downloaded.has(own.root)) return
    if (!this.phone.online) throw new ApiFailure('loadSubpackage:fail network is not available')
    this.downloaded.add(own.root)
  }

  private preload(route: string): void {
    const { appJson, online, wifi } = this.phone
    const { network = 'wifi', packages: wanted } = appJson.preloadRule?.[route] ?? { packages: [] }
    if (!online || (network === 'wifi' && !wifi)) return
    for (const { root, name } of subPackagesOf(appJson)) {
      if (wanted.includes(root) || (name && wanted.includes(name))) this.downloaded.add(root)
    }
  }

  private load(route: string, options: Record<string, string>): void {
    const drawn = this.renderer.createPage(route)
    const tabBar =
      this.isTab(route) && this.phone.appJson.tabBar?.custom
        ? this.renderer.createComponent('custom-tab-bar/index')
        : null
    const page: OpenPage = { ...drawn, route, options, tabBar, title: this.titleOf(route) }
    Object.assign(page.instance, { options, getTabBar: () => tabBar?.instance ?? null })
    if (this.isTab(route)) this.tabs.set(route, page)
    this.pages.push(page)
    this.renderer.attach(page)
    if (tabBar) this.renderer.attach(tabBar)
    this.call(page, 'onLoad', options)
    this.call(page, 'onShow')
    this.call(page, 'onReady')
    this.preload(route)
  }

  private unload(page: OpenPage): void {
    this.tabs.delete(page.route)
    this.call(page, 'onUnload')
    this.renderer.destroy(page)
  }
}
