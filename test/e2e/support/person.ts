import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { dot } from './dot'

const folder = path.resolve(__dirname, '../../../docs/screenshots')

/** Taro keeps pages that were left in the document: only the visible one counts. */
const visible = (page: Page, text: string | RegExp) =>
  page.getByText(text, { exact: typeof text === 'string' }).filter({ visible: true })

/** A person at the H5 pages, acting by what they read. */
export class Person {
  constructor(
    readonly page: Page,
    private readonly origin: string,
  ) {}

  /** Switches identity in the demonstration's bar, by the words that stand there. */
  async become(words: string | RegExp): Promise<void> {
    await this.opens('pages/home/index')
    await this.restartsBy(async () => {
      await this.page.getByLabel('打开演示工具').click()
      await this.page.getByRole('radio').filter({ hasText: words }).first().click()
    })
  }

  /** Something after which the pages begin anew: another identity, another day. */
  async restartsBy(act: () => Promise<void>): Promise<void> {
    const restarted = this.page.waitForEvent('load', { timeout: 60_000 })
    await act()
    await restarted
    await this.reads('反映环境问题')
  }

  /** Opens a page by its address and waits until it lies on top: a tap would fall on the one before. */
  async opens(route: string): Promise<void> {
    await this.page.goto(`${this.origin}/#/${route}`)
    const page = this.page.locator(`.taro_page[id^="/${route.split('?')[0]}"]`)
    await page.filter({ visible: true }).first().waitFor()
  }

  async reads(text: string | RegExp): Promise<void> {
    try {
      await visible(this.page, text).first().waitFor({ timeout: 20_000 })
    } catch (error) {
      const stands = await this.page.evaluate(() => document.body.innerText)
      throw new Error(`not read: ${text}\nat ${this.page.url()}\n${stands}`, { cause: error })
    }
  }

  async doesNotRead(text: string | RegExp): Promise<boolean> {
    return (await visible(this.page, text).count()) === 0
  }

  /** Taps what reads so: a button, a row, a link. */
  async taps(text: string | RegExp): Promise<void> {
    await visible(this.page, text).last().click({ timeout: 20_000 })
  }

  /** Presses a button by its name, where the same words stand elsewhere too. */
  async presses(name: string | RegExp): Promise<void> {
    const dialog = this.page.getByRole('dialog').filter({ visible: true })
    // An open sheet covers the page under it, whose button may have the same name.
    const place = (await dialog.count()) > 0 ? dialog.last() : this.page
    const button = place.getByRole('button', { name, exact: typeof name === 'string' })
    await button.filter({ visible: true }).last().click({ timeout: 20_000 })
  }

  /** Follows a link by its name: a legend of keys may carry the same words before the link stands. */
  async follows(name: string): Promise<void> {
    const link = this.page.getByRole('link', { name, exact: true })
    await link.filter({ visible: true }).last().click({ timeout: 20_000 })
  }

  async types(label: string | RegExp, words: string): Promise<void> {
    const named = this.page.getByRole('textbox', { name: label })
    const field = named
      .or(this.page.getByRole('searchbox', { name: label }))
      .filter({ visible: true })
      .last()
    await field.fill(words, { timeout: 20_000 })
    // The browser takes the focus away once more somewhat after an address was opened by hand, and
    // what is filled in at that instant goes nowhere: a person sees it and types again.
    if ((await field.inputValue()) !== words) await field.fill(words, { timeout: 20_000 })
  }

  /** Signs with a finger, in the field that is there for it. */
  async signs(): Promise<void> {
    const field = this.page.locator('#signature-field').filter({ visible: true }).last()
    await field.scrollIntoViewIfNeeded()
    const box = await field.boundingBox()
    if (!box) throw new Error('there is no field to sign in')
    const finger = await this.page.context().newCDPSession(this.page)
    const at = (step: number) => [
      { x: box.x + 40 + step * 20, y: box.y + box.height / 2 + (step % 2) * 20 },
    ]
    for (let step = 0; step < 6; step += 1)
      await finger.send('Input.dispatchTouchEvent', {
        type: step === 0 ? 'touchStart' : 'touchMove',
        touchPoints: at(step),
      })
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await this.taps('签好了')
    await this.reads('已手写签名')
  }

  /** Adds a photo from the album to the form that is open. */
  async addsPhoto(): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.presses('选照片')
    await (await chooser).setFiles({ name: '现场.png', mimeType: 'image/png', buffer: dot })
    await this.page.getByLabel('第1张照片').filter({ visible: true }).first().waitFor()
  }

  /** Adds a paper to the form that is open, by the line that says so. */
  async addsPaper(line: string, name: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.taps(line)
    await (await chooser).setFiles({ name, mimeType: 'image/png', buffer: dot })
    await this.reads(name)
  }

  /** Puts a list of the office in, as far as it is read. */
  async uploads(list: {
    name: string
    content: string
    round: string
    expected?: string
  }): Promise<void> {
    await this.opens('subpackages/office/imports/index')
    const chooser = this.page.waitForEvent('filechooser')
    await this.taps('选文件')
    const file = { name: list.name, mimeType: 'text/plain', buffer: Buffer.from(list.content) }
    await (await chooser).setFiles(file)
    await this.types('属于哪一轮整改', list.round)
    if (list.expected !== undefined) await this.types('清单应有几项（可不填）', list.expected)
    await this.taps('上传并读出')
  }

  /** A picture of the page for the README, at the phone's size. */
  async shows(name: string): Promise<void> {
    mkdirSync(folder, { recursive: true })
    // Toasts and sheets come and go with a movement.
    await this.page.waitForTimeout(900)
    await this.page.screenshot({ path: path.join(folder, `${name}.png`) })
  }
}
