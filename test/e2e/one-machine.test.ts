import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import type { Browser, Page } from 'playwright-core'
import { root } from '../deploy/support/command'
import { type Machine, origin, startMachine } from '../deploy/support/one-machine'
import { startProxy } from '../deploy/support/tls-proxy'
import { regions, units } from '../support/organization'
import { openBrowser, visit, type Visit } from './support/browser'
import { Person } from './support/person'

jest.setTimeout(240_000)

/** The service as a county runs it, behind a proxy that ends TLS, at its own name. */
describe('staff on one machine', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'one-machine-'))
  let machine: Machine
  let proxy: Awaited<ReturnType<typeof startProxy>>
  let browser: Browser
  let visitor: Visit
  let administrator: Person

  beforeAll(async () => {
    const build = path.join(root, 'test/deploy/support/build-serve.mjs')
    execFileSync(process.execPath, [build], { cwd: root })
    machine = await startMachine(path.join(folder, 'data'))
    proxy = await startProxy(folder, () => machine.port, origin)
    const { host } = new URL(origin)
    browser = await openBrowser([
      `--host-resolver-rules=MAP ${host}:443 127.0.0.1:${proxy.port}`,
      '--ignore-certificate-errors',
    ])
    visitor = await visit(browser, origin)
    administrator = new Person(visitor.page, origin)
  }, 400_000)
  afterAll(async () => {
    await visitor?.close()
    await browser?.close()
    await proxy?.close()
    await machine?.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  afterEach(() => {
    expect(visitor.faults.splice(0)).toEqual([])
  })

  const given = (text: string) => {
    const [, number = '', code = ''] = /账号 (\d{6})，登录码 ([A-Z2-9]+)/.exec(text) ?? []
    return { number, code }
  }
  const signsIn = async (person: Person, { number, code }: ReturnType<typeof given>) => {
    await person.page.goto(`${origin}/serve/sign-in`)
    await person.types('账号（6 位数字）', number)
    await person.types('登录码', code)
    await person.presses('登录')
  }
  /** As the pages of the office ask, in the session that the browser has. */
  const ask = (page: Page, event: object): Promise<{ ok: boolean; error?: { code: string } }> =>
    page.evaluate(
      async (body) =>
        (
          await fetch('/call/identity', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          })
        ).json(),
      { idempotencyKey: randomUUID(), ...event },
    )
  const accounts: ReturnType<typeof given>[] = []
  const importing = { action: 'identity.importOrganization', input: { regions, units } }

  it('sign in by the one-time code that the administrator was told', async () => {
    await administrator.opens('pages/mine/index')
    await administrator.taps('工作人员登录和退出')
    await administrator.reads('登录码向管理员要，15 分钟内有效，只能用一次，输错五次作废。')
    await signsIn(administrator, { ...given(machine.said), code: 'AAAAAAAAAAAA' })
    await administrator.reads(/^账号或登录码不对/)
    await signsIn(administrator, given(machine.said))
    await administrator.reads('反映环境问题')
    await administrator.opens('pages/mine/index')
    await administrator.taps('换身份')
    await administrator.taps(/系统管理员/)
    await administrator.opens('pages/todo/index')
    await administrator.reads(/单位和人员/)
  })

  it('see 系统运行: timers, what waits, what was refused', async () => {
    await administrator.opens('subpackages/office/watch/index')
    for (const words of [/定时任务/, /notifier/, /每10分钟一次/, /等着发的消息/, /没办成的请求/])
      await administrator.reads(words)
  })

  it('write: units come in, and a colleague is given an account and a code', async () => {
    const me = (await ask(visitor.page, { action: 'identity.whoAmI', input: {} })) as unknown as {
      data: { memberships: { id: string }[] }
    }
    const actAs = me.data.memberships[0]!.id
    expect(await ask(visitor.page, { ...importing, actAs })).toMatchObject({ ok: true })
    await administrator.opens('subpackages/office/people/index')
    await administrator.presses('选单位')
    await administrator.taps('市整改办')
    await administrator.reads('首位管理员')
    await administrator.page.goto(`${origin}/serve/accounts`)
    await administrator.types('姓名和单位', '王五 市整改办')
    await administrator.presses('新建账号')
    await administrator.reads(/^王五 市整改办：账号 \d{6}，登录码 [A-Z2-9]{12}/)
    accounts.push(given(await administrator.page.evaluate(() => document.body.innerText)))
    await administrator.types('姓名和单位', '赵六 市整改办')
    await administrator.presses('新建账号')
    await administrator.reads(/^赵六 市整改办：账号/)
    accounts.push(given(await administrator.page.evaluate(() => document.body.innerText)))
  })

  const opensOffice = async () => {
    await administrator.opens('subpackages/office/people/index')
    await administrator.presses('选单位')
    await administrator.taps('市整改办')
    await administrator.reads('首位管理员')
  }
  const codeRead = async () => {
    await administrator.reads(/^对方打开“整改通”/)
    const dialog = administrator.page.getByRole('dialog', { name: '邀请码' })
    const code = /[2-9A-HJKMNP-TV-Z]{10}/.exec(await dialog.innerText())?.[0] ?? ''
    await dialog.getByAltText(`邀请码${code}的二维码`).first().waitFor()
    await administrator.presses('好了')
    return code
  }
  /** A colleague signs in on a phone of their own and takes the code that was read out to them. */
  const joins = async (account: ReturnType<typeof given>, code: string): Promise<Visit> => {
    const phone = await visit(browser, origin)
    const colleague = new Person(phone.page, origin)
    await signsIn(colleague, account)
    await colleague.reads('反映环境问题')
    await colleague.opens('pages/join/index')
    await colleague.types('邀请码', code)
    await colleague.presses('加入')
    await colleague.reads('眼下没有要办的')
    return phone
  }

  it('people: a colleague joins by a code, hands over to the next, and that one is ended', async () => {
    await opensOffice()
    await administrator.presses('邀请新人')
    await administrator.reads('请先填姓名')
    await administrator.types('姓名', '王五')
    await administrator.reads('请先选角色')
    await administrator.taps('案件查办组')
    await administrator.presses('生成邀请码')
    const first = await joins(accounts[0]!, await codeRead())
    await opensOffice()
    await administrator.presses('交接：把王五的身份交给别人')
    await administrator.types('接手人的姓名', '赵六')
    await administrator.presses('交接')
    const second = await joins(accounts[1]!, await codeRead())
    // The one before is out at the moment at which the code was taken.
    await first.page.reload()
    await new Person(first.page, origin).reads('您现在是群众身份')
    await opensOffice()
    expect(await administrator.doesNotRead('王五')).toBe(true)
    await administrator.presses('停用赵六')
    await administrator.presses('停用')
    await administrator.reads('已停用')
    await administrator.page
      .getByText('赵六')
      .filter({ visible: true })
      .waitFor({ state: 'hidden' })
    expect([...first.faults, ...second.faults]).toEqual([])
    await first.close()
    await second.close()
  })

  it('units and people come in from an Excel file, row by row, with a code for each', async () => {
    await administrator.opens('subpackages/office/roster/index')
    const downloaded = administrator.page.waitForEvent('download')
    await administrator.presses('下载模板')
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(await (await downloaded).path())
    const write = (sheet: string, row: number, cells: string[]) =>
      cells.forEach((cell, at) => (book.getWorksheet(sheet)!.getCell(row, at + 1).value = cell))
    write('单位', 2, ['forestry', '市林业局', '职能部门', '440900'])
    write('人员', 2, ['林一', '13800000031', '市林业局', '责任单位经办'])
    write('人员', 3, ['林二', '13800000032', '市没有局', '责任单位经办'])
    const chooser = administrator.page.waitForEvent('filechooser')
    await administrator.presses('选填好的文件')
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    const buffer = Buffer.from(await book.xlsx.writeBuffer())
    await (await chooser).setFiles({ name: '人员.xlsx', mimeType, buffer })
    await administrator.reads('新增2行，更改0行，不变0行，不导入1行')
    await administrator.presses('导入2行')
    await administrator.reads('1个邀请码')
    await administrator.reads(/^[2-9A-HJKMNP-TV-Z]{10}$/)
  })

  it('sign out, and write nothing from then on', async () => {
    await administrator.page.goto(`${origin}/serve/sign-in`)
    await administrator.reads(/^您已登录/)
    await administrator.presses('退出登录')
    await administrator.reads('工作人员登录')
    expect(await administrator.page.context().cookies()).toEqual([])
    await administrator.opens('subpackages/office/watch/index')
    await administrator.reads(/网页上请到“我的”登录$/)
    expect(await ask(visitor.page, importing)).toMatchObject({
      ok: false,
      error: { code: 'IDENTITY.REQUIRED' },
    })
    await administrator.page.goto(`${origin}/serve/accounts`)
    await administrator.reads('登录码向管理员要，15 分钟内有效，只能用一次，输错五次作废。')
  })
})
