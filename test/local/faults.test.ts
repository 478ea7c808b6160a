import tcb from '@cloudbase/node-sdk'
import { BadRule } from '@/local/faults/fault-rule'
import { functionsFolder, refusal, testCloud, temporaryFolder } from './support/cloud'
import type { Db, TestCloud } from './support/cloud'

// The SDK warns three seconds after a call that never got an answer; here that is the point.
process.env.SILENCE = 'true'

const functions = functionsFolder({
  count: `const fs = require('node:fs')
exports.main = async ({ file }) => { fs.appendFileSync(file, 'x'); return { ran: true } }`,
})

async function control(options = {}): Promise<TestCloud> {
  const test = await testCloud({ control: true, functions, ...options })
  await test.db.createCollection('c')
  await test.db.collection('c').add({ _id: 'a', n: 0 })
  return test
}

const read = async (db: Db, id = 'a') =>
  ((await db.collection('c').doc(id).get()).data as Array<{ n: number }>)[0] ?? null

const json = { 'content-type': 'application/json' }
const send = (test: TestCloud, method: string, path: string, body?: unknown) =>
  fetch(`${test.cloud.origin}${path}`, {
    method,
    headers: body === undefined ? {} : json,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

describe('a request that is struck', () => {
  it('by an error carries its code and text to the SDK, and the write did not happen', async () => {
    const { cloud, db } = await control()
    cloud.faults.add({
      action: 'database.modifyDocument',
      kind: 'error',
      code: 'LIMIT_EXCEEDED',
      message: 'too many',
      times: 1,
    })
    expect(await refusal(db.collection('c').doc('a').update({ n: 1 }))).toEqual({
      code: 'LIMIT_EXCEEDED',
      message: expect.stringContaining('too many') as string,
    })
    expect(await read(db)).toMatchObject({ n: 0 })
    await db.collection('c').doc('a').update({ n: 2 })
    expect(await read(db)).toMatchObject({ n: 2 })
  })

  it('by a drop before the work is lost: the SDK sees the line go dead and nothing is written', async () => {
    const { cloud, db } = await control()
    cloud.faults.add({ action: 'database.*', kind: 'drop', times: 1 })
    expect(await refusal(db.collection('c').doc('a').update({ n: 1 }))).toMatchObject({
      code: 'ECONNRESET',
      message: 'socket hang up',
    })
    expect(await read(db)).toMatchObject({ n: 0 })
  })

  it('by a drop after the work loses only its answer: the SDK sees the same, and the write is there', async () => {
    const { cloud, db } = await control()
    cloud.faults.add({ action: 'database.modifyDocument', kind: 'drop', when: 'after', times: 1 })
    expect(await refusal(db.collection('c').doc('a').update({ n: 1 }))).toMatchObject({
      code: 'ECONNRESET',
      message: 'socket hang up',
    })
    expect(await read(db)).toMatchObject({ n: 1 })
  })

  it('by an error after the work is told of a failure that was none', async () => {
    const { cloud, db } = await control()
    cloud.faults.add({ action: 'database.insertDocument', kind: 'error', when: 'after', times: 1 })
    const { code } = (await refusal(db.collection('c').add({ _id: 'b', n: 5 })))!
    expect(code).toBe('SYS_ERR')
    expect(await read(db, 'b')).toMatchObject({ n: 5 })
  })

  it('by a delay is late, and beyond the patience of the SDK ends with ESOCKETTIMEDOUT', async () => {
    const { cloud, db } = await control()
    cloud.faults.add({ action: 'database.getDocument', kind: 'delay', ms: 300, times: 2 })
    const started = performance.now()
    expect(await read(db)).toMatchObject({ n: 0 })
    expect(performance.now() - started).toBeGreaterThanOrEqual(295)
    const hurried = tcb.init({
      env: cloud.envId,
      secretId: 'any',
      secretKey: 'any',
      serviceUrl: cloud.endpoint,
      timeout: 100,
    } as never)
    expect(await refusal(hurried.database().collection('c').doc('a').get())).toMatchObject({
      code: 'ESOCKETTIMEDOUT',
    })
  })
})

describe('a conflict', () => {
  it('aborts the transaction for good and leaves plain requests alone', async () => {
    const { cloud, db } = await control()
    cloud.faults.add({ id: 'x', action: 'database.*', kind: 'conflict', times: 1 })
    await db.collection('c').doc('a').update({ n: 1 })
    const transaction = await db.startTransaction()
    expect(await refusal(transaction.collection('c').doc('a').get())).toMatchObject({
      code: 'DATABASE_TRANSACTION_CONFLICT',
    })
    expect(await refusal(transaction.collection('c').doc('a').get())).toMatchObject({
      code: 'DATABASE_TRANSACTION_FAIL',
    })
    expect(cloud.faults.list()).toMatchObject([{ id: 'x', asked: 1, struck: 1 }])
  })

  it('is what the SDK repeats a transaction for', async () => {
    const { cloud, db } = await control()
    cloud.faults.add({ action: 'database.commitTransaction', kind: 'conflict', times: 2 })
    let attempts = 0
    await db.runTransaction(async (transaction: Db) => {
      attempts += 1
      await transaction
        .collection('c')
        .doc('a')
        .update({ n: db.command.inc(1) })
    })
    expect(attempts).toBe(3)
    expect(await read(db)).toMatchObject({ n: 1 })
  })
})

describe('functions, clients, uploads and WeChat', () => {
  it('a function is struck by its name, before it runs or after', async () => {
    const { cloud, app } = await control()
    const file = `${temporaryFolder()}/runs`
    const call = () => app.callFunction({ name: 'count', data: { file } })
    cloud.faults.add({ action: 'functions.count', kind: 'drop', times: 1 })
    expect(await refusal(call())).toMatchObject({ code: 'ECONNRESET' })
    expect(cloud.calls()).toHaveLength(0)
    cloud.faults.add({ action: 'functions.count', kind: 'drop', when: 'after', times: 1 })
    expect(await refusal(call())).toMatchObject({ code: 'ECONNRESET' })
    expect(cloud.calls()).toHaveLength(1)
    expect(await call()).toMatchObject({ result: { ran: true } })
  })

  it("a client's call is delayed, dropped and refused", async () => {
    const test = await control()
    const file = `${temporaryFolder()}/runs`
    const call = () => send(test, 'POST', '/call/count', { file })
    test.cloud.faults.add({ action: 'call.count', kind: 'drop', times: 1 })
    await expect(call()).rejects.toThrow('fetch failed')
    expect(test.cloud.calls()).toHaveLength(0)
    test.cloud.faults.add({ action: 'call.*', kind: 'drop', when: 'after', times: 1 })
    await expect(call()).rejects.toThrow('fetch failed')
    expect(test.cloud.calls()).toHaveLength(1)
    test.cloud.faults.add({ action: 'call.count', kind: 'error', code: 'BUSY', times: 1 })
    const refused = await call()
    expect([refused.status, await refused.json()]).toMatchObject([500, { code: 'BUSY' }])
    test.cloud.faults.add({ action: 'call.count', kind: 'delay', ms: 200, times: 1 })
    const started = performance.now()
    expect((await call()).status).toBe(200)
    expect(performance.now() - started).toBeGreaterThanOrEqual(195)
  })

  it('the WeChat stand-in answers with its own numbers and words, or not at all', async () => {
    const test = await control()
    const token = () => send(test, 'POST', '/wechat/cgi-bin/stable_token', {})
    const action = 'wechat.cgi-bin/stable_token'
    test.cloud.faults.add({ action, kind: 'error', errcode: 45009, errmsg: 'limit', times: 1 })
    expect(await (await token()).json()).toEqual({ errcode: 45009, errmsg: 'limit' })
    test.cloud.faults.add({ action: 'wechat.*', kind: 'error', when: 'after', times: 1 })
    expect(await (await token()).json()).toEqual({ errcode: -1, errmsg: 'system error' })
    test.cloud.faults.add({ action: 'wechat./cgi-bin/*', kind: 'drop', times: 1 })
    await expect(token()).rejects.toThrow('fetch failed')
    expect(await (await token()).json()).toMatchObject({ errcode: 40002 })
  })

  it.each([
    [{ kind: 'drop' }, false],
    [{ kind: 'drop', when: 'after' }, true],
    [{ kind: 'error' }, false],
  ])('an upload struck by %j fails, and the file is there: %s', async (rule, there) => {
    const { app, cloud } = await control()
    cloud.faults.add({ action: 'upload', times: 1, ...rule })
    const upload = () => app.uploadFile({ cloudPath: 'f.txt', fileContent: Buffer.from('x') })
    expect(await refusal(upload())).not.toBeNull()
    const { fileList } = await app.getTempFileURL({
      fileList: [`cloud://${cloud.envId}.6c6f-${cloud.envId}-1250000000/f.txt`],
    })
    expect((fileList[0] as { code: string }).code === 'SUCCESS').toBe(there)
    expect(await upload()).toMatchObject({ fileID: expect.any(String) as string })
  })
})

describe('the disk', () => {
  it('when full refuses writes, goes on reading, and writes again once there is space', async () => {
    const data = temporaryFolder()
    const { cloud, db } = await control({ data })
    cloud.faults.add({ id: 'full', kind: 'full-disk' })
    const { code, message } = (await refusal(db.collection('c').doc('a').update({ n: 1 })))!
    expect([code, message]).toEqual([
      'DATABASE_REQUEST_FAILED',
      expect.stringContaining('ENOSPC') as string,
    ])
    expect(await refusal(db.collection('c').add({ n: 9 }))).not.toBeNull()
    expect(await read(db)).toMatchObject({ n: 0 })
    cloud.faults.remove('full')
    await db.collection('c').doc('a').update({ n: 2 })
    await cloud.close()
    const again = await testCloud({ data })
    expect(await read(again.db)).toMatchObject({ n: 2 })
    expect((await again.db.collection('c').count()).total).toBe(1)
  })

  it('when slow makes writes wait and reads not', async () => {
    const { cloud, db } = await control({ data: temporaryFolder() })
    cloud.faults.add({ kind: 'slow-disk', ms: 1_000, on: 'sync' })
    let started = performance.now()
    await db.collection('c').doc('a').update({ n: 1 })
    expect(performance.now() - started).toBeGreaterThanOrEqual(995)
    started = performance.now()
    await read(db)
    // A read takes a few: only one that waits for the disk comes near.
    expect(performance.now() - started).toBeLessThan(800)
  })

  it('when slow lets nobody hear that a document exists before it can be read', async () => {
    const { cloud, db } = await control({ data: temporaryFolder() })
    cloud.faults.add({ kind: 'slow-disk', ms: 150, on: 'sync' })
    const make = () => db.collection('c').add({ _id: 'first', n: 1 })
    const first = make()
    await expect(make()).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
    const { data } = await db.collection('c').doc('first').get()
    expect(data).toMatchObject([{ _id: 'first' }])
    await first
  })
})

describe('rules', () => {
  it('strike the same requests for the same seed, about as often as they should', async () => {
    const { cloud, db } = await control()
    const run = async (seed: number) => {
      cloud.faults.replace([
        { action: 'database.getDocument', kind: 'error', probability: 0.3, seed },
      ])
      const outcomes: boolean[] = []
      for (let i = 0; i < 60; i++) outcomes.push((await refusal(read(db))) !== null)
      return outcomes
    }
    const first = await run(7)
    expect(await run(7)).toEqual(first)
    expect(await run(8)).not.toEqual(first)
    const struck = first.filter(Boolean).length
    expect(struck).toBeGreaterThan(6)
    expect(struck).toBeLessThan(34)
    expect(cloud.faults.list()[0]).toMatchObject({ asked: 60 })
  })

  it('strike never at probability 0 and at most as often as they say', async () => {
    const { cloud, db } = await control()
    cloud.faults.add({ action: 'database.*', kind: 'error', probability: 0 })
    cloud.faults.add({ id: 'two', action: 'database.*', kind: 'error', times: 2 })
    const outcomes: boolean[] = []
    for (let i = 0; i < 4; i++) outcomes.push((await refusal(read(db))) !== null)
    expect(outcomes).toEqual([true, true, false, false])
    expect(cloud.faults.list()).toMatchObject([{ struck: 0 }, { id: 'two', struck: 2 }])
  })

  it('add up delays until one ends the request', async () => {
    const { cloud, db } = await control()
    cloud.faults.replace([
      { action: 'database.*', kind: 'delay', ms: 80 },
      { action: 'database.getDocument', kind: 'delay', ms: 80 },
      { action: 'database.*', kind: 'error' },
      { id: 'late', action: 'database.*', kind: 'error', code: 'NEVER' },
    ])
    const started = performance.now()
    expect((await refusal(read(db)))?.code).toBe('SYS_ERR')
    expect(performance.now() - started).toBeGreaterThanOrEqual(155)
    expect(cloud.faults.list().at(-1)).toMatchObject({ id: 'late', asked: 0 })
  })

  it.each([
    [null, 'a rule must be an object'],
    [[], 'a rule must be an object'],
    [{}, 'kind must be one of'],
    [{ kind: 'burn', action: 'upload' }, 'kind must be one of'],
    [{ kind: 'drop' }, 'action must be'],
    [{ kind: 'drop', action: '' }, 'action must be'],
    [{ kind: 'drop', action: 'data' }, 'action must be like'],
    [{ kind: 'drop', action: 'disk' }, 'drop strikes requests'],
    [{ kind: 'full-disk', action: 'upload' }, 'only the disk'],
    [{ kind: 'conflict', action: 'upload' }, 'conflict strikes database actions only'],
    [{ kind: 'delay', action: 'upload' }, 'delay needs ms'],
    [{ kind: 'delay', action: 'upload', ms: -1 }, 'ms must be a whole number'],
    [{ kind: 'delay', action: 'upload', ms: 600_001 }, 'ms must be a whole number'],
    [{ kind: 'drop', action: 'upload', ms: 1 }, 'ms means nothing for drop'],
    [{ kind: 'drop', action: 'upload', probability: 1.01 }, 'probability must be'],
    [{ kind: 'drop', action: 'upload', probability: '1' }, 'probability must be'],
    [{ kind: 'drop', action: 'upload', times: 0 }, 'times must be'],
    [{ kind: 'drop', action: 'upload', when: 'during' }, 'when must be one of before, after'],
    [{ kind: 'drop', action: 'upload', id: 'a b' }, 'id may hold'],
    [{ kind: 'full-disk' }, 'kept in memory'],
  ])('that are wrong are refused: %j', async (rule, text) => {
    const { cloud } = await testCloud({ control: true })
    expect(() => cloud.faults.add(rule)).toThrow(BadRule)
    expect(() => cloud.faults.add(rule)).toThrow(text)
    const response = await send({ cloud } as TestCloud, 'POST', '/_local/faults', rule ?? 'x')
    expect(response.status).toBe(400)
    expect(cloud.faults.list()).toEqual([])
  })
})

describe('the control endpoint', () => {
  it('adds, lists, replaces and removes', async () => {
    const test = await control()
    const ask = async (method: string, path: string, body?: unknown) => {
      const response = await send(test, method, path, body)
      return [response.status, await response.json()]
    }
    const drop = { action: 'upload', kind: 'drop' }
    expect(await ask('POST', '/_local/faults', { id: 'a', ...drop })).toMatchObject([
      201,
      { id: 'a', when: 'before', probability: 1, times: null, asked: 0, struck: 0 },
    ])
    expect(await ask('POST', '/_local/faults', { id: 'a', ...drop })).toMatchObject([
      400,
      { code: 'INVALID_PARAM', message: 'there is a rule a already' },
    ])
    expect(await ask('PUT', '/_local/faults', [drop, { kind: 'burn' }])).toMatchObject([400, {}])
    expect(await ask('GET', '/_local/faults')).toMatchObject([200, [{ id: 'a' }]])
    expect(await ask('PUT', '/_local/faults', [drop, drop])).toMatchObject([
      200,
      [{ id: 'fault-2' }, { id: 'fault-3' }],
    ])
    expect(await ask('DELETE', '/_local/faults/fault-2')).toMatchObject([200, [{ id: 'fault-3' }]])
    expect(await ask('DELETE', '/_local/faults/fault-2')).toMatchObject([404, {}])
    expect(await ask('DELETE', '/_local/faults')).toEqual([200, []])
  })

  it.each([
    ['without anything', {}],
    ['with --demo', { demo: true }],
  ])('does not exist %s, and nothing can switch it on', async (_name, options) => {
    const test = await testCloud(options)
    const rule = { action: 'database.*', kind: 'error' }
    for (const [method, path] of [
      ['GET', '/_local/faults'],
      ['POST', '/_local/faults'],
      ['PUT', '/_local/faults'],
      ['DELETE', '/_local/faults'],
      ['DELETE', '/_local/faults/a'],
      ['POST', '/_local/faults?control=1'],
    ] as const) {
      const body = method === 'POST' || method === 'PUT' ? rule : undefined
      expect((await send(test, method, path, body)).status).toBe(404)
    }
    expect(() => test.cloud.faults).toThrow('control: true')
    expect(await refusal(test.db.createCollection('c'))).toBeNull()
  })
})
