import fs from 'node:fs'
import { openMiniProgram, type OpenOptions } from './simulator/open-mini-program'
import { type Part, writeProgram } from './simulator/write-program'

/** The simulator refuses what WeChat refuses, shown on small native programs. */

const bridge = {
  callFunction: async (name: string, data: unknown) => ({ name, data }),
  uploadFile: async (cloudPath: string) => `cloud://local/${cloudPath}`,
}

const folders: string[] = []
afterAll(() => folders.forEach((folder) => fs.rmSync(folder, { recursive: true })))

type More = { readonly [file: string]: Part }
const program = (home: Part, more: More = {}, appJson: object = {}): string => {
  const pages = ['home', ...Object.keys(more).filter((file) => !/^(sub|box)\//.test(file))]
  const folder = writeProgram({ appJson: { pages, ...appJson }, parts: { home, ...more } })
  folders.push(folder)
  return folder
}
const open = (dist: string, options: Partial<OpenOptions> = {}) =>
  openMiniProgram({ dist, bridge, ...options })

/** A page whose button runs this and shows what comes of it. */
const calling = (script: string): Part => ({
  wxml: '<button bindtap="run">做</button><view>{{said}}</view>',
  js: `Page({ data: { said: '' }, run() {
    const say = (result) => this.setData({ said: JSON.stringify(result) })
    ${script}
  } })`,
})

describe('templates', () => {
  test('reports the file and line of a fault', async () => {
    const dist = program({ wxml: '<view>\n  <text>未完\n</view>' })
    await expect(open(dist)).rejects.toThrow(/home\.wxml:\d+:\d+/)
  })

  test('shows the data and draws again when it changes', async () => {
    const app = await open(
      program({
        wxml: '<view bindtap="add">第{{count}}次</view><view wx:if="{{count > 1}}">够了</view>',
        js: 'Page({ data: { count: 0 }, add() { this.setData({ count: this.data.count + 1 }) } })',
      }),
    )
    expect(app.text()).toBe('第0次')
    await app.tap('第0次')
    await app.tap('第1次')
    expect(app.text()).toBe('第2次\n够了')
    await app.close()
  })

  test.each([
    [['c', 'a', 'b']],
    [['b', 'x', 'a', 'y', 'c']],
    [['c', 'b', 'a']],
    [['d', 'b']],
    [[]],
  ])('draws a keyed list in its new order %j', async (next) => {
    const app = await open(
      program({
        wxml: '<view wx:for="{{list}}" wx:key="id">{{item.id}}</view><view bindtap="go">换</view>',
        js: `Page({ data: { list: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] },
          go() { this.setData({ list: ${JSON.stringify(next)}.map((id) => ({ id })) }) } })`,
      }),
    )
    await app.tap('换')
    expect(app.text()).toBe([...next, '换'].join('\n'))
    await app.close()
  })

  test('leaves what a component set itself when the parent draws something else', async () => {
    const box: Part = {
      wxml: '<view bindtap="own">{{i.word}}</view>',
      js: `Component({ properties: { i: Object },
        methods: { own() { this.setData({ 'i.word': '自己的' }) } } })`,
      json: { component: true },
    }
    const app = await open(
      program(
        {
          wxml: '<box i="{{i}}" /><view bindtap="other">{{n}}</view><view bindtap="theirs">改</view>',
          js: `Page({ data: { n: 1, i: { sid: 's', word: '给的' } },
            other() { this.setData({ n: 2 }) },
            theirs() { this.setData({ 'i.word': '新给的' }) } })`,
          json: { usingComponents: { box: './box/index' } },
        },
        { 'box/index': box },
      ),
    )
    await app.tap('给的')
    await app.tap('1')
    expect(app.text()).toBe('自己的\n2\n改')
    await app.tap('改')
    expect(app.text()).toBe('新给的\n2\n改')
    await app.close()
  })

  test('hides what is not displayed', async () => {
    const app = await open(
      program({ wxml: '<view style="display: none">暗</view><view>明</view>' }),
    )
    expect(app.text()).toBe('明')
    await app.close()
  })
})

describe('gestures', () => {
  test('a tap bubbles to what listens around it, unless caught', async () => {
    const app = await open(
      program({
        wxml: `<view bindtap="outer"><view catchtap="inner"><text>里</text></view><text>外</text></view>
          <view>{{log}}</view>`,
        js: `Page({ data: { log: '' },
          outer() { this.setData({ log: this.data.log + 'o' }) },
          inner() { this.setData({ log: this.data.log + 'i' }) } })`,
      }),
    )
    await app.tap('里')
    await app.tap('外')
    expect(app.text()).toContain('io')
    await app.close()
  })

  test('refuses to tap what nothing listens for', async () => {
    const app = await open(program({ wxml: '<view>只读</view>' }))
    await expect(app.tap('只读')).rejects.toThrow('nothing to tap')
    await app.close()
  })

  test('a caught movement scrolls nothing but a scroll-view inside of it', async () => {
    const rows = '<view wx:for="{{rows}}" wx:key="*this" bindtap="go">{{item}}</view>'
    const js = `Page({ data: { rows: Array.from({ length: 40 }, (_, at) => '第' + at + '行'), said: '' },
      go(e) { this.setData({ said: '选了' }) } })`
    const around = (inside: string) => `<view catchtouchmove="go">${inside}</view>{{said}}`
    const styled = around(`<view style="overflow-y: auto; height: 200px">${rows}</view>`)
    const scrolling = around(`<scroll-view scroll-y="{{true}}">${rows}</scroll-view>`)

    const page = await open(program({ wxml: rows, js }))
    expect(await page.swipe('第3行')).toBe('page')
    await page.tap('第39行')
    await page.close()

    const stuck = await open(program({ wxml: styled, js }))
    await expect(stuck.swipe('第3行')).rejects.toThrow('nothing scrolls here')
    await stuck.tap('第3行')
    await expect(stuck.tap('第39行')).rejects.toThrow('below the screen')
    // Nor does the program end well that drew them so, whatever row is tapped.
    await expect(stuck.close()).rejects.toThrow('in no scroll-view: 第0行 | 第1行')

    const good = await open(program({ wxml: scrolling, js }))
    expect(await good.swipe('第3行')).toBe('scroll-view')
    await good.tap('第39行')
    expect(good.has('选了')).toBe(true)
    await good.close()
  })

  test('a disabled button swallows the tap', async () => {
    const app = await open(
      program({
        wxml: '<button disabled="{{true}}" bindtap="go">做</button><view>{{done}}</view>',
        js: "Page({ data: { done: '没做' }, go() { this.setData({ done: '做了' }) } })",
      }),
    )
    await app.tap('做')
    expect(app.has('没做')).toBe(true)
    await app.close()
  })

  test('typing arrives as one input event, cut at maxlength', async () => {
    const app = await open(
      program({
        wxml: `<input placeholder="名称" maxlength="3" bindinput="on" />
          <textarea aria-label="说明" maxlength="-1" bindinput="on" /><view>{{said}}</view>`,
        js: "Page({ data: { said: '' }, on(e) { this.setData({ said: e.detail.value }) } })",
      }),
    )
    await app.type('名称', '一二三四')
    expect(app.text()).toBe('一二三')
    expect(app.valueOf('名称')).toBe('一二三')
    await app.type('说明', '长'.repeat(200))
    expect(app.text()).toHaveLength(200)
    await expect(app.type('没有', 'x')).rejects.toThrow('no field')
    await app.close()
  })

  test('an error in a handler fails the run at its end', async () => {
    const app = await open(program(calling("throw new Error('坏了')")))
    await app.tap('做')
    await expect(app.close()).rejects.toThrow('坏了')
  })
})

describe('subscription messages', () => {
  const asking = (ids: string) =>
    `wx.requestSubscribeMessage({ tmplIds: ${ids}, success: say, fail: say })`

  test('are asked for inside a tap and answered per template', async () => {
    const app = await open(program(calling(asking("['a', 'b']"))))
    app.person.consents = (id) => (id === 'a' ? 'accept' : 'reject')
    await app.tap('做')
    await app.waitFor('"a":"accept","b":"reject"')
    await app.close()
  })

  test('fail outside a tap, also after waiting inside one', async () => {
    const app = await open(program(calling(`setTimeout(() => ${asking("['a']")}, 1)`)))
    await app.tap('做')
    await app.waitFor('can only be invoked by user TAP gesture')
    await app.close()
  })

  test('take three templates and refuse four', async () => {
    const four = await open(program(calling(asking("['a', 'b', 'c', 'd']"))))
    await four.tap('做')
    await four.waitFor('20003')
    await four.close()
    const three = await open(program(calling(asking("['a', 'b', 'c']"))))
    await three.tap('做')
    await three.waitFor('"c":"accept"')
    await three.close()
  })

  test('fail when the main switch is off', async () => {
    const app = await open(program(calling(asking("['a']"))))
    app.person.subscriptionsOn = false
    await app.tap('做')
    await app.waitFor('20004')
    await app.close()
  })
})

describe('navigation', () => {
  const page = (word: string): Part => ({ wxml: `<view>${word}</view>` })

  test('opens ten pages and refuses the eleventh', async () => {
    const app = await open(program(page('首页'), { other: page('别处') }))
    for (let depth = 2; depth <= 10; depth += 1) await app.open('/other?depth=' + depth)
    expect(app.page.stack).toHaveLength(10)
    expect(app.page.options).toEqual({ depth: '10' })
    await expect(app.open('/other')).rejects.toThrow('webview count limit exceed')
    await app.close()
  })

  test('reaches tab pages only by switchTab, and other pages never', async () => {
    const tabs = ['home', 'mine'].map((pagePath) => ({ pagePath, text: pagePath }))
    const dist = program(
      page('首页'),
      { mine: page('我的'), other: page('别处') },
      { tabBar: { list: tabs } },
    )
    const app = await open(dist)
    await expect(app.open('/mine')).rejects.toThrow('can not navigateTo a tabbar page')
    await expect(app.switchTab('other')).rejects.toThrow('can not switch to no-tabBar page')
    await app.open('/other')
    await app.switchTab('mine')
    expect(app.page.stack).toEqual(['mine'])
    expect(app.text()).toBe('我的')
    await app.close()
  })

  test('refuses a page that app.json does not name', async () => {
    const app = await open(program(page('首页')))
    await expect(app.open('/nowhere')).rejects.toThrow('is not found')
    await app.close()
  })

  test('keeps a page below and tells it when it is shown again', async () => {
    const home: Part = {
      wxml: '<view>{{log}}</view>',
      js: `const on = (name) => function () { this.setData({ log: this.data.log + ' ' + name }) }
        Page({ data: { log: '' }, onLoad: on('load'), onShow: on('show'), onReady: on('ready'),
          onHide: on('hide') })`,
    }
    const app = await open(program(home, { other: page('别处') }))
    await app.open('/other')
    await app.back()
    expect(app.text()).toBe('load show ready hide show')
    await expect(app.back()).rejects.toThrow('first page')
    await app.close()
  })

  test('opens a sub-package offline only when it was fetched before', async () => {
    const json = { subPackages: [{ root: 'sub', pages: ['far'] }] }
    const app = await open(program(page('首页'), { 'sub/far': page('远处') }, json))
    await app.setNetwork('offline')
    await expect(app.open('/sub/far')).rejects.toThrow('network is not available')
    await app.setNetwork('online')
    await app.open('/sub/far')
    await app.back()
    await app.setNetwork('offline')
    await app.open('/sub/far')
    expect(app.text()).toBe('远处')
    await app.close()
  })
})

describe('the phone', () => {
  test('a script finds no browser, no Node and no compiler', async () => {
    const names = ['window', 'document', 'process', 'globalThis', 'fetch', 'Intl', 'URL', 'crypto']
    const js = `Page({ data: { found: [${names.map((name) => `typeof ${name}`)}].join(),
      compiled: typeof new Function('return 1')() } })`
    const app = await open(program({ js, wxml: '<view>{{found}}</view><view>{{compiled}}</view>' }))
    expect(app.text()).toBe(`${names.map(() => 'undefined').join(',')}\nundefined`)
    await app.close()
  })

  test('a cloud call fails offline and carries at most 100 KB', async () => {
    const call = (data: string) =>
      `wx.cloud.init({}); wx.cloud.callFunction({ name: 'f', data: ${data} }).then(say, say)`
    const app = await open(program(calling(call('{ a: 1 }'))))
    await app.tap('做')
    await app.waitFor('"result":{"name":"f","data":{"a":1}}')
    await app.setNetwork('offline')
    await app.tap('做')
    await app.waitFor('cloud.callFunction:fail')
    await app.close()
    const large = await open(program(calling(call("{ a: 'x'.repeat(102400) }"))))
    await large.tap('做')
    await large.waitFor('data exceed max size')
    await large.close()
  })

  test('keeps saved files and storage for the next run, and drops temporary files', async () => {
    const dist = program(
      calling(`wx.chooseMedia({ success: ({ tempFiles: [one, other] }) => {
        const fs = wx.getFileSystemManager()
        const keep = ({ savedFilePath }) => {
          wx.setStorageSync('kept', savedFilePath)
          fs.readFile({ filePath: savedFilePath, success: ({ data }) => say(data.byteLength) })
        }
        fs.saveFile({ tempFilePath: one.tempFilePath, success: keep })
      } })`),
    )
    const first = await open(dist)
    first.person.photos = [new Uint8Array([0xff, 0xd8, 1]), new Uint8Array([0xff, 0xd8, 2])]
    await first.tap('做')
    await first.waitFor('3')
    expect([...first.storage.files.keys()]).toHaveLength(2)
    await first.close()
    const next = await open(dist, { storage: first.storage })
    const kept = JSON.parse(next.storage.entries.get('kept')!) as string
    expect([...next.storage.files.keys()]).toEqual([kept])
    await next.close()
  })

  test('asks for privacy before the first photo and fails when refused', async () => {
    const choosing = calling('wx.chooseMedia({ success: say, fail: say })')
    const app = await open(program(choosing, {}, { __usePrivacyCheck__: true }))
    app.person.photos = [new Uint8Array([0xff, 0xd8])]
    app.person.acceptsPrivacy = false
    await app.tap('做')
    await app.waitFor('privacy permission is not authorized')
    app.person.acceptsPrivacy = true
    await app.tap('做')
    await app.waitFor('"type":"image"')
    expect(app.calls('privacyPopup')).toHaveLength(2)
    await app.close()
  })

  test('gives a place only when app.json declares it', async () => {
    const locating = calling('wx.getLocation({ success: say, fail: say })')
    const undeclared = await open(program(locating))
    undeclared.person.location = { latitude: 21.6, longitude: 110.9 }
    await undeclared.tap('做')
    await undeclared.waitFor('requiredPrivateInfos')
    await undeclared.close()
    const declared = await open(program(locating, {}, { requiredPrivateInfos: ['getLocation'] }))
    declared.person.location = { latitude: 21.6, longitude: 110.9 }
    await declared.tap('做')
    await declared.waitFor('"latitude":21.6')
    await declared.close()
  })

  test('tells listeners when the network comes and goes', async () => {
    const app = await open(
      program({
        wxml: '<view>{{network}}</view>',
        js: `Page({ data: { network: '' }, onLoad() {
          wx.onNetworkStatusChange((status) => this.setData({ network: status.networkType })) } })`,
      }),
    )
    await app.setNetwork('offline')
    expect(app.text()).toBe('none')
    await app.setNetwork('online')
    expect(app.text()).toBe('wifi')
    await app.close()
  })
})
