import { files, memory, phone } from './fake-taro'
import { json, startServer, type Answer } from './http-server'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('./fake-taro')>('./fake-taro'))

type Outbox = typeof import('@/src/platform/outbox')
type Errors = typeof import('@/src/platform/call-error')

let server: Awaited<ReturnType<typeof startServer>>
let outbox: Outbox
let CallError: Errors['CallError']

const action = 'identity.setVillage' as const
const input = { regionCode: null }

/** Does each key once and answers a repeated one with the first reply, as the kit does. */
const done = new Map<string, number>()
let serial = 0
const doOnce = (key: string) => {
  if (!done.has(key)) done.set(key, (serial += 1))
  return { ok: true, data: { serial: done.get(key) }, now: 1574038800000 }
}
const answering: Answer = ({ body }, response) => json(response, doOnce(body.idempotencyKey ?? ''))
const losingReplies: Answer = ({ body }, response) => {
  doOnce(body.idempotencyKey ?? '')
  response.destroy()
}

beforeAll(async () => {
  server = await startServer()
  process.env.TARO_APP_API_BASE = server.origin
  outbox = await import('@/src/platform/outbox')
  ;({ CallError } = await import('@/src/platform/call-error'))
})
afterAll(() => server.close())
beforeEach(() => {
  memory.clear()
  phone.full = false
  done.clear()
  server.arrivals.length = 0
  server.answerWith(answering)
})

const sent: unknown[] = []
let stop: () => void
beforeEach(() => {
  sent.length = 0
  stop = outbox.onOutbox((event) => {
    if (event.kind === 'sent') sent.push(event.reply)
  })
})
afterEach(() => stop())

describe('what the server could not take now', () => {
  it('is tried again by itself, less and less often, without anybody’s tap', async () => {
    const { keepTrying } = await import('@/src/platform/outbox-again')
    const busy: Answer = (_, response) =>
      json(response, { ok: false, error: { code: 'THING.BUSY', requestId: 'r' }, now: 0 })
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] })
    const stopTrying = keepTrying()
    const until = async (ready: () => boolean) => {
      while (!ready()) await new Promise(setImmediate)
    }
    const tried = (times: number) => () =>
      server.arrivals.length === times && outbox.sendingNow() === null
    try {
      server.answerWith(busy)
      await outbox.keepForSending(action, input)
      await outbox.flushOutbox()
      jest.advanceTimersByTime(9_999)
      expect(tried(1)()).toBe(true)
      jest.advanceTimersByTime(1)
      await until(tried(2))
      server.answerWith(answering)
      jest.advanceTimersByTime(29_999)
      expect(tried(2)()).toBe(true)
      jest.advanceTimersByTime(1)
      await until(() => sent.length === 1)
      expect(outbox.readOutbox()).toEqual([])
    } finally {
      stopTrying()
      jest.useRealTimers()
    }
  })
})

describe('the outbox', () => {
  it('keeps what cannot be sent, and sends it when the network is back', async () => {
    server.answerWith((_, response) => void response.destroy())
    await outbox.keepForSending(action, input)
    await outbox.flushOutbox()
    expect(outbox.readOutbox()).toHaveLength(1)
    expect(sent).toEqual([])

    server.answerWith(answering)
    await outbox.flushOutbox()
    expect(outbox.readOutbox()).toEqual([])
    expect(sent).toEqual([{ serial }])
  })

  it('does a write once although its first reply was lost', async () => {
    server.answerWith(losingReplies)
    await outbox.keepForSending(action, input)
    await outbox.flushOutbox()
    await outbox.flushOutbox()
    server.answerWith(answering)
    await outbox.flushOutbox()
    expect(server.arrivals).toHaveLength(3)
    expect(done.size).toBe(1)
    expect(sent).toHaveLength(1)
  })

  it('keeps the key of an intention that was tried before it was kept', async () => {
    await outbox.keepForSending(action, input, { key: 'tried' })
    await outbox.keepForSending(action, input, { key: 'tried' })
    await outbox.flushOutbox()
    expect(server.arrivals.map(({ body }) => body.idempotencyKey)).toEqual(['tried'])
  })

  it('sends each item once when two flushes run at the same time', async () => {
    await outbox.keepForSending(action, input)
    await Promise.all([outbox.flushOutbox(), outbox.flushOutbox(), outbox.flushOutbox()])
    expect(server.arrivals).toHaveLength(1)
  })

  it('sends an item that was added while another one was under way', async () => {
    server.answerWith((arrival, response) => {
      if (server.arrivals.length > 1) return answering(arrival, response)
      void outbox
        .keepForSending(action, input, { key: 'second' })
        .then(() => answering(arrival, response))
    })
    await outbox.keepForSending(action, input, { key: 'first' })
    await outbox.flushOutbox()
    expect(server.arrivals.map(({ body }) => body.idempotencyKey)).toEqual(['first', 'second'])
  })

  it('keeps a refused item with its reason and goes on with the next one', async () => {
    const error = { code: 'INPUT.INVALID', requestId: 'r' }
    server.answerWith((arrival, response) =>
      arrival.body.idempotencyKey === 'bad'
        ? json(response, { ok: false, error, now: 1 })
        : answering(arrival, response),
    )
    await outbox.keepForSending(action, input, { key: 'bad' })
    await outbox.keepForSending(action, input, { key: 'fine' })
    await outbox.flushOutbox()
    expect(outbox.readOutbox()).toMatchObject([
      { key: 'bad', state: 'refused', code: 'INPUT.INVALID', input },
    ])
    await outbox.flushOutbox()
    expect(server.arrivals).toHaveLength(2)
  })

  it('keeps an item waiting that the server failed on, and goes on with the next one', async () => {
    server.answerWith((arrival, response) =>
      arrival.body.idempotencyKey === 'crash'
        ? void response.writeHead(500).end('<html>')
        : answering(arrival, response),
    )
    await outbox.keepForSending(action, input, { key: 'crash' })
    await outbox.keepForSending(action, input, { key: 'fine' })
    await outbox.flushOutbox()
    expect(outbox.readOutbox()).toMatchObject([{ key: 'crash', state: 'waiting' }])
    expect(done.has('fine')).toBe(true)
  })

  it('gives an item back to be changed, and does not send it any more', async () => {
    await outbox.keepForSending(action, input, { key: 'mine' })
    expect(outbox.takeFromOutbox('mine')).toMatchObject({ key: 'mine', input })
    await outbox.flushOutbox()
    expect(server.arrivals).toEqual([])
    expect(outbox.takeFromOutbox('mine')).toBeNull()
  })

  it('says so when the phone refuses to keep it', async () => {
    phone.full = true
    await expect(outbox.keepForSending(action, input)).rejects.toBeInstanceOf(CallError)
    expect(outbox.readOutbox()).toEqual([])
  })

  it('survives a restart of the app with the same key', async () => {
    const item = await outbox.keepForSending(action, input)
    jest.resetModules()
    const restarted = await import('./fake-taro')
    memory.forEach((value, key) => restarted.memory.set(key, value))
    const next = await import('@/src/platform/outbox')
    await next.flushOutbox()
    expect(server.arrivals.map(({ body }) => body.idempotencyKey)).toEqual([item.key])
  })
})

describe('files of a write', () => {
  const photo = (key: string) => ({
    file: { key, type: 'image/jpeg', size: 4, name: '', path: `wxfile://store/${key}` },
    field: 'photoIds',
    many: true,
  })
  const report = (photos: readonly string[]) =>
    outbox.keepForSending(
      'feedback.submit',
      { words: 'said' },
      { attachments: photos.map(photo), anonymous: true },
    )
  const named = (name: string) => server.arrivals.filter(({ body }) => body.action === name)
  const puts = () => server.arrivals.filter(({ method }) => method === 'PUT')
  const submitted = () => named('feedback.submit').map(({ body }) => body.input)

  /** What the server does with one step of a file; null: as it should. */
  let fault: (step: 'put' | 'confirm' | 'submit', about: string) => Answer | null
  let underWay = 0
  let mostAtOnce = 0

  const good = (data: unknown) => ({ ok: true, data, now: 1 })
  const announced: Answer = ({ body }, response) => {
    const { files } = body.input as { files: unknown[] }
    const targets = files.map((_, place) => ({
      fileId: `cloud://incoming-${puts().length + place}`,
      path: 'p',
      url: `${server.origin}/put/${puts().length + place}`,
      method: 'PUT',
      headers: {},
    }))
    json(response, good({ targets }))
  }
  const storing: Answer = ({ path }, response) => {
    underWay += 1
    mostAtOnce = Math.max(mostAtOnce, underWay)
    // Long enough that those sent together meet here, whatever else the machine does.
    setTimeout(() => {
      underWay -= 1
      response.writeHead(200).end(path)
    }, 150)
  }
  const answer: Answer = (arrival, response) => {
    const { method, path, body } = arrival
    if (method === 'PUT') return (fault('put', path) ?? storing)(arrival, response)
    if (body.action === 'feedback.prepareUpload') return announced(arrival, response)
    if (body.action === 'feedback.confirmUpload') {
      const { fileId } = body.input as { fileId: string }
      const kept = good({ fileId: fileId.replace('incoming', 'kept'), url: '' })
      return (fault('confirm', fileId) ?? ((_, to) => json(to, kept)))(arrival, response)
    }
    return (fault('submit', '') ?? ((_, to) => json(to, good({ id: 'r1' }))))(arrival, response)
  }
  const refusing =
    (code: string): Answer =>
    (_, response) =>
      json(response, { ok: false, error: { code, requestId: 'r' }, now: 1 })
  const losing: Answer = (_, response) => void response.destroy()

  /** The phone's copies go after the receipt, and nobody waits for them. */
  const bookkeeping = () => new Promise((resolve) => setTimeout(resolve, 50))
  afterEach(bookkeeping)

  beforeEach(() => {
    files.clear()
    'abcdefghi'.split('').forEach((key) => files.set(`wxfile://store/${key}`, Buffer.from('jpeg')))
    fault = () => null
    mostAtOnce = 0
    server.answerWith(answer)
  })

  it('go up with one announcement, three at a time, and are named in the words', async () => {
    await report('abcdefghi'.split(''))
    await outbox.flushOutbox()
    expect(named('feedback.prepareUpload')).toHaveLength(1)
    expect(puts()).toHaveLength(9)
    expect(mostAtOnce).toBe(3)
    expect(submitted()).toEqual([
      {
        words: 'said',
        photoIds: Array.from({ length: 9 }, (_, place) => `cloud://kept-${place}`),
      },
    ])
    expect(sent).toEqual([{ id: 'r1' }])
    expect(outbox.readOutbox()).toEqual([])
    for (let turn = 0; files.size > 0 && turn < 100; turn += 1) await bookkeeping()
    expect([...files.keys()]).toEqual([])
  })

  it('that went up before the network was lost do not go up again', async () => {
    fault = (step) => (step === 'submit' ? losing : null)
    await report(['a', 'b'])
    await outbox.flushOutbox()
    expect(puts()).toHaveLength(2)
    expect(outbox.readOutbox()).toMatchObject([{ state: 'waiting' }])
    fault = () => null
    await outbox.flushOutbox()
    expect(puts()).toHaveLength(2)
    expect(submitted().at(-1)).toMatchObject({ photoIds: ['cloud://kept-0', 'cloud://kept-1'] })
    expect(sent).toEqual([{ id: 'r1' }])
  })

  it('go on from where one of them failed', async () => {
    fault = (step, about) => (step === 'put' && about.endsWith('/1') ? losing : null)
    await report(['a', 'b', 'c'])
    await outbox.flushOutbox()
    expect(submitted()).toEqual([])
    const before = puts().length
    fault = () => null
    await outbox.flushOutbox()
    expect(puts().length - before).toBe(1)
    expect((submitted()[0] as { photoIds: string[] }).photoIds).toHaveLength(3)
  })

  it('that the phone has lost hold nothing up: the words go, and it is said which', async () => {
    files.delete('wxfile://store/b')
    await report(['a', 'b', 'c'])
    const gone: unknown[] = []
    const stopListening = outbox.onOutbox((event) => {
      if (event.kind !== 'sent') return
      gone.push(...event.item.attachments.filter(({ lost }) => lost).map(({ file }) => file.key))
    })
    await outbox.flushOutbox()
    stopListening()
    expect(sent).toEqual([{ id: 'r1' }])
    expect((submitted()[0] as { photoIds: string[] }).photoIds).toHaveLength(2)
    expect(gone).toEqual(['b'])
    expect(outbox.readOutbox()).toEqual([])
  })

  it('that are none are left out, and the words go', async () => {
    fault = (step, about) =>
      step === 'confirm' && about.endsWith('-0') ? refusing('FILE.NOT_AN_IMAGE') : null
    await report(['a', 'b'])
    await outbox.flushOutbox()
    expect(submitted()).toEqual([{ words: 'said', photoIds: ['cloud://kept-1'] }])
  })

  it('are left out by themselves when the announcement refuses one of them', async () => {
    server.answerWith((arrival, response) => {
      const { files: wanted = [] } = (arrival.body.input ?? {}) as { files?: unknown[] }
      if (arrival.body.action !== 'feedback.prepareUpload' || wanted.length < 2)
        return answer(arrival, response)
      const error = { code: 'FILE.TYPE', fields: ['files.1.type'], requestId: 'r' }
      return json(response, { ok: false, error, now: 1 })
    })
    await report(['a', 'b'])
    await outbox.flushOutbox()
    expect((submitted()[0] as { photoIds: string[] }).photoIds).toHaveLength(1)
    expect(sent).toEqual([{ id: 'r1' }])
  })

  it('all stay when the announcement is refused as too many, and the form has its reason', async () => {
    server.answerWith((arrival, response) =>
      (arrival.body.action === 'feedback.prepareUpload' ? refusing('FEEDBACK.TOO_MANY') : answer)(
        arrival,
        response,
      ),
    )
    await report(['a'])
    await outbox.flushOutbox()
    expect(submitted()).toEqual([])
    const [kept] = outbox.readOutbox()
    expect(kept).toMatchObject({ state: 'refused', code: 'FEEDBACK.TOO_MANY' })
    expect(kept!.attachments).toEqual([photo('a')])
  })

  it('wait with the words while too many report at once, and go by themselves later', async () => {
    fault = (step) => (step === 'submit' ? refusing('FEEDBACK.TOO_MANY_NOW') : null)
    await report(['a'])
    await outbox.flushOutbox()
    expect(outbox.readOutbox()).toMatchObject([{ state: 'waiting' }])
    fault = () => null
    await outbox.flushOutbox()
    expect(sent).toEqual([{ id: 'r1' }])
  })

  it('that the server has forgotten go up once more', async () => {
    let times = 0
    fault = (step) => (step === 'submit' && ++times === 1 ? refusing('FILE.MISSING') : null)
    await report(['a'])
    await outbox.flushOutbox()
    expect(outbox.readOutbox()).toMatchObject([{ state: 'waiting' }])
    await outbox.flushOutbox()
    expect(puts()).toHaveLength(2)
    expect(sent).toEqual([{ id: 'r1' }])
  })

  it('stop being tried when they are never found good, and the words go', async () => {
    fault = (step) => (step === 'confirm' ? refusing('FILE.CHANGED') : null)
    await report(['a'])
    for (let time = 0; time < 3; time += 1) await outbox.flushOutbox()
    expect(submitted()).toEqual([{ words: 'said', photoIds: [] }])
    expect(sent).toEqual([{ id: 'r1' }])
  })
})

describe('a form', () => {
  const form = { name: 'report.resident', value: { words: 'said' }, open: true }

  it('has one write under way: the second tap finds the first', async () => {
    const [first, second] = await Promise.all([
      outbox.keepForSending(action, input, { form }),
      outbox.keepForSending(action, input, { form }),
    ])
    expect(second.key).toBe(first.key)
    await outbox.flushOutbox()
    expect(server.arrivals).toHaveLength(1)
  })

  it('that was emptied for the next thing takes the next one', async () => {
    const first = await outbox.keepForSending(action, input, { form })
    outbox.releaseForm(first.key)
    const second = await outbox.keepForSending(action, input, { form })
    expect(second.key).not.toBe(first.key)
    await outbox.flushOutbox()
    expect(done.size).toBe(2)
  })

  it('is sent without being kept when the phone has no room, with the same key', async () => {
    phone.full = true
    const item = await outbox.newItem(action, input, { form })
    expect(() => outbox.keepItem(item)).toThrow('CLIENT.NOT_KEPT')
    await outbox.sendUnkept(item)
    expect(server.arrivals.map(({ body }) => body.idempotencyKey)).toEqual([item.key])
    expect(sent).toEqual([{ serial }])
  })
})

describe('an item that is on its way', () => {
  it('cannot be taken back: it would go out and stand in the form as well', async () => {
    let taken: unknown = 'not tried'
    server.answerWith((arrival, response) => {
      taken = outbox.takeFromOutbox('mine')
      answering(arrival, response)
    })
    await outbox.keepForSending(action, input, { key: 'mine' })
    await outbox.flushOutbox()
    expect(taken).toBeNull()
    expect(sent).toHaveLength(1)
  })
})

describe('what follows a delivery', () => {
  it('stands before the item goes, so that a crash in between loses no receipt', async () => {
    const left: number[] = []
    const stopListening = outbox.onOutbox((event) => {
      if (event.kind === 'sent') left.push(outbox.readOutbox().length)
    })
    await outbox.keepForSending(action, input)
    await outbox.flushOutbox()
    stopListening()
    expect(left).toEqual([1])
  })

  it('may fail without making the delivery one that was refused', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] })
    const stopListening = outbox.onOutbox((event) => {
      if (event.kind === 'sent') throw new Error('a listener of ours')
    })
    await outbox.keepForSending(action, input)
    await outbox.flushOutbox()
    stopListening()
    expect(() => jest.runAllTimers()).toThrow('a listener of ours')
    jest.useRealTimers()
    expect(outbox.readOutbox()).toEqual([])
  })
})
