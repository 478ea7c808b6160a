import { functionsFolder, refusal, testCloud } from './support/cloud'
import type { TestCloud } from './support/cloud'

const functions = functionsFolder({
  tell: {
    code: 'exports.main = async () => ({ ok: true })',
    config: { triggers: [{ name: 'daily', type: 'timer', config: '0 0 8 * * * *' }] },
  },
})

/** A view as a person's browser asks for it. */
async function look({ cloud }: TestCloud, path: string, init: RequestInit = {}) {
  const response = await fetch(`${cloud.origin}${path}`, {
    ...init,
    headers: { accept: 'text/html', ...init.headers },
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** The same view as a program asks for it. */
async function read<T>({ cloud }: TestCloud, path: string): Promise<T> {
  return (await fetch(`${cloud.origin}${path}`)).json() as Promise<T>
}

const submit = (test: TestCloud, path: string, form: Record<string, string>, origin?: string) =>
  look(test, path, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(origin === undefined ? {} : { origin }),
    },
    body: new URLSearchParams(form).toString(),
  })

const VIEWS = ['queries', 'requests', 'calls', 'messages', 'timers', 'files', 'refusals']
const PUSHES = '/_local/wechat/pushes'
const HOSTILE = `</pre><script>alert(1)</script><img src=x onerror="alert('2')">`

describe('the inspection page', () => {
  let test: TestCloud

  beforeAll(async () => {
    test = await testCloud({
      control: true,
      functions,
      startAt: '2026-03-02T07:00:00+08:00',
      mediaCheckDelayMs: 86_400_000,
    })
    await test.db.createCollection('tasks')
    await test.db.collection('tasks').add(
      Array.from({ length: 25 }, (_, i) => ({
        _id: `t${String(i).padStart(2, '0')}`,
        n: i,
        at: new Date('2026-01-02T03:04:05Z'),
      })) as never,
    )
    await test.db.collection('tasks').add({ _id: HOSTILE, text: HOSTILE, [HOSTILE]: 1 })
  })

  it('lists collections with their documents, and never those that hold keys', async () => {
    const { text, status } = await look(test, '/_local')
    expect(status).toBe(200)
    expect(text).toContain('/_local/inspect/collections/tasks')
    const listed = await read<Array<{ name: string; documents: number }>>(
      test,
      '/_local/inspect/collections',
    )
    expect(listed).toMatchObject([{ name: 'tasks', documents: 26 }])
    expect((await look(test, '/_local/inspect/collections/_local_sessions')).status).toBe(404)
  })

  it('is a page for whoever takes anything, and data for whoever wants JSON', async () => {
    const typeOf = async (path: string, accept: string) =>
      (await look(test, path, { headers: { accept } })).headers.get('content-type')
    expect(await typeOf('/_local', '*/*')).toBe('text/html; charset=utf-8')
    expect(await typeOf('/_local/', '*/*')).toBe('text/html; charset=utf-8')
    expect(await typeOf('/_local', 'application/json')).toMatch(/^application\/json/)
    expect(await typeOf('/_local/inspect/calls', '*/*')).toMatch(/^application\/json/)
    expect(await typeOf('/_local/inspect/calls', 'text/html')).toMatch(/^text\/html/)
  })

  it('pages through the documents of a collection', async () => {
    const path = '/_local/inspect/collections/tasks'
    const first = await look(test, path)
    expect(first.text).toContain('&quot;t00&quot;')
    expect(first.text).toContain('2026-01-02T03:04:05.000Z')
    expect(first.text).not.toContain('&quot;t20&quot;')
    expect(first.text).toContain('下一页')
    const second = await look(test, `${path}?skip=20`)
    expect(second.text).toContain('&quot;t20&quot;')
    expect(second.text).not.toContain('下一页')
  })

  it('finds by a condition, and says what is wrong with one', async () => {
    const path = '/_local/inspect/collections/tasks?filter='
    const found = await read<{ found: unknown[] }>(
      test,
      `${path}${encodeURIComponent('{"n":{"$gt":{"$numberInt":"22"}}}')}`,
    )
    expect(found.found).toHaveLength(2)
    for (const [filter, words] of [
      ['{"n":', 'INVALID_PARAM'],
      ['{"n":{"$foo":1}}', 'unknown operator'],
    ] as const) {
      const { text, status } = await look(test, path + encodeURIComponent(filter))
      expect([status, text.includes(words)]).toEqual([200, true])
      expect(text).toContain('role="alert"')
    }
  })

  it('shows stored text as text, whatever it holds', async () => {
    await refusal(test.db.collection(HOSTILE).get())
    const pages = [
      '/_local',
      `/_local/inspect/collections/tasks?skip=0&filter=${encodeURIComponent(HOSTILE)}`,
      '/_local/inspect/collections/tasks?skip=0',
      `/_local/inspect/collections/${encodeURIComponent(HOSTILE)}`,
      '/_local/inspect/refusals',
    ]
    for (const path of pages) {
      const { text, headers } = await look(test, path)
      expect(text).not.toMatch(/<script|<img/)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    }
    expect((await look(test, pages[2] as string)).text).toContain('&lt;script&gt;')
  })

  it('counts every request of the SDK and keeps the latest', async () => {
    const asked = () =>
      read<{ requests: number; bytesOut: number; latest: { action: string; target: string }[] }>(
        test,
        '/_local/inspect/requests',
      )
    const before = await asked()
    await Promise.all([
      test.db.collection('tasks').where({ n: 3 }).get(),
      test.db.collection('tasks').where({ n: 3 }).count(),
    ])
    const after = await asked()
    expect(after.requests - before.requests).toBe(2)
    expect(after.bytesOut).toBeGreaterThan(before.bytesOut)
    const latest = after.latest.slice(0, 2).map(({ action, target }) => `${action} ${target}`)
    expect(latest.sort()).toEqual([
      'database.calculateDocument tasks',
      'database.getDocument tasks',
    ])
  })

  it('shows queries by their shape, calls, messages, files, timers and refusals', async () => {
    await test.db.collection('tasks').where({ n: 3 }).get()
    await test.cloud.call('tell', {}, 'oSomebody')
    await test.app.uploadFile({ cloudPath: '照片/一.txt', fileContent: Buffer.from('abc') })
    const queries = await read<Array<{ shape: string; examined: number }>>(
      test,
      '/_local/inspect/queries',
    )
    expect(queries).toContainEqual(
      expect.objectContaining({ shape: 'tasks.where({n:?})', examined: 26, returned: 1 }),
    )
    expect(await read(test, '/_local/inspect/calls')).toMatchObject([
      { function: 'tell', source: 'person', cold: true, failure: null },
    ])
    expect(await read(test, '/_local/inspect/files')).toMatchObject([
      { path: '照片/一.txt', size: 3 },
    ])
    expect(await read(test, '/_local/inspect/timers')).toMatchObject({
      timers: [
        {
          functionName: 'tell',
          trigger: 'daily',
          next: Date.parse('2026-03-02T08:00:00+08:00'),
        },
      ],
    })
    for (const view of VIEWS) {
      const { status, text } = await look(test, `/_local/inspect/${view}`)
      expect([view, status, text.includes('aria-current="page"')]).toEqual([view, 200, true])
    }
  })

  it('leads from nothing to a person: no page names who called, wrote or was written to', async () => {
    const person = 'oReporter_of_something'
    const asPerson = { headers: { 'x-local-openid': person } }
    const ask = (path: string, body?: unknown) =>
      fetch(`${test.cloud.origin}${path}`, {
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
        headers: { 'content-type': 'application/json', ...asPerson.headers },
      })
    await ask('/call/tell', { action: 'feedback.submit' })
    await ask('/_local/consent', { templateIds: ['answer'] })
    await test.app.callWxOpenApi({
      apiName: 'subscribeMessage.send',
      requestData: {
        touser: person,
        template_id: 'answer',
        page: 'pages/report/index?id=r1',
        data: { thing1: { value: '2026-0302-ABC' } },
      },
    } as never)
    await test.app.callWxOpenApi({
      apiName: 'security.mediaCheckAsync',
      requestData: { version: 2, openid: person, scene: 1, mediaType: 2, mediaUrl: 'http://x/1' },
    } as never)
    const unique = { _id: `${person}\nr1`, n: 1 }
    await test.db.collection('tasks').add(unique)
    expect((await refusal(test.db.collection('tasks').add(unique)))?.message).toContain(person)
    await test.db.collection('tasks').doc(unique._id).remove()
    const pages = VIEWS.map((view) => `/_local/inspect/${view}`)
    expect((await look(test, '/_local')).text).not.toContain(person)
    for (const path of [...pages, '/_local/calls', '/_local/messages', PUSHES]) {
      const { text } = await look(test, path)
      expect([path, text.includes(person)]).toEqual([path, false])
      expect([path, JSON.stringify(await read(test, path)).includes(person)]).toEqual([path, false])
    }
    // And they are still of use.
    expect(await read(test, PUSHES)).toMatchObject({
      pendingMediaChecks: [{ url: 'http://x/1' }],
    })
    const [call] = await read<Array<Record<string, unknown>>>(test, '/_local/calls')
    expect(call).toMatchObject({ function: 'tell', source: 'person', failure: null })
    const messages = await read<unknown[]>(test, '/_local/inspect/messages')
    expect(messages[0]).toEqual({
      title: 'answer',
      templateId: 'answer',
      page: 'pages/report/index?id=r1',
      fields: [{ name: 'thing1', label: 'thing1', value: '2026-0302-ABC' }],
      day: '2026-03-02',
    })
    const [refused] = await read<Array<Record<string, unknown>>>(test, '/_local/inspect/refusals')
    expect(refused).toMatchObject({ target: 'tasks', message: expect.stringContaining('E11000') })
    // His own phone shows a person his messages.
    expect(await read(test, `/_local/messages?openid=${person}`)).toHaveLength(1)
  })

  it('moves the clock forward when that is confirmed, and not otherwise', async () => {
    const path = '/_local/inspect/clock'
    const before = test.cloud.clock.now()
    const to = '2026-03-02T09:00'
    expect((await submit(test, path, { to })).status).toBe(400)
    expect((await submit(test, path, { to: '2026-03-01T09:00', sure: 'yes' })).status).toBe(400)
    expect((await submit(test, path, { to: 'soon', sure: 'yes' })).status).toBe(400)
    expect(test.cloud.clock.now() - before).toBeLessThan(60_000)
    const { status, text } = await submit(test, path, { to, sure: 'yes' })
    expect([status, text.includes('已拨到')]).toEqual([200, true])
    expect(test.cloud.clock.now()).toBeGreaterThanOrEqual(Date.parse('2026-03-02T09:00:00+08:00'))
  })

  it('takes no form from a page of another origin', async () => {
    const form = { kind: 'delay', action: 'database.*', ms: '1' }
    const foreign = await submit(test, '/_local/inspect/faults', form, 'http://example.com')
    expect([foreign.status, test.cloud.faults.list()]).toEqual([403, []])
  })

  it('adds, strikes and removes faults, and says why a rule is none', async () => {
    const path = '/_local/inspect/faults'
    const bad = await submit(test, path, { kind: 'delay', action: 'database.*' })
    expect([bad.status, bad.text.includes('needs ms')]).toEqual([400, true])
    await submit(test, path, {
      kind: 'error',
      action: 'database.getDocument',
      code: 'SYS_BUSY',
      times: '1',
      ms: '',
    })
    expect(await refusal(test.db.collection('tasks').get())).toMatchObject({ code: 'SYS_BUSY' })
    const [rule] = test.cloud.faults.list()
    expect(rule).toMatchObject({ struck: 1, times: 1 })
    await submit(test, path, { remove: rule?.id ?? '' })
    const drop = { kind: 'drop', action: 'wechat.*', when: 'after', errcode: '', ms: '' }
    expect((await submit(test, path, drop)).text).toContain('应答丢失')
    const [dropped] = test.cloud.faults.list()
    expect(dropped).toMatchObject({ kind: 'drop', when: 'after' })
    await submit(test, path, { remove: dropped?.id ?? '' })
    const wechat = { kind: 'error', action: 'wechat.*', errcode: '45009' }
    expect((await submit(test, path, wechat)).text).toContain('45009：system error')
    test.cloud.faults.remove(test.cloud.faults.list()[0]?.id ?? '')
    expect(test.cloud.faults.list()).toEqual([])
  })

  it('runs a timer by hand, once or twice', async () => {
    const before = test.cloud.calls().length
    const run = (times: string) =>
      submit(test, '/_local/inspect/timers', { function: 'tell', trigger: 'daily', times })
    await run('1')
    await run('2')
    expect(test.cloud.calls().length - before).toBe(3)
  })
})

describe('without control', () => {
  it('the demonstration shows everything but faults and timers to run', async () => {
    const test = await testCloud({ demo: true, functions })
    expect((await look(test, '/_local')).text).not.toContain('/_local/inspect/faults')
    expect((await look(test, '/_local/inspect/timers')).text).not.toContain('立即运行')
    expect((await look(test, '/_local/inspect/faults')).status).toBe(404)
    expect((await submit(test, '/_local/inspect/timers', { function: 'tell' })).status).toBe(404)
  })

  it('there is no page at all unless it was asked for', async () => {
    const test = await testCloud()
    for (const path of ['/_local', ...VIEWS.map((view) => `/_local/inspect/${view}`)])
      expect((await look(test, path)).status).toBe(404)
  })
})
