import { releasableTaskFields } from '@/domain/release/release'
import { fixedDeadline } from '@/domain/task/deadline'
import { type Organization } from '../../support/organization'
import { obligationDoc } from '@/cloudfunctions/_stores/obligation-store'
import { obligation } from '../notifier/engine'
import { requestsOf } from '../every-action/requests-of'
import { assignment, draftTask, plan } from './ledger'
import { openTaskWorld, type TaskWorld } from './task-world'

let app: TaskWorld['app']
let ledger: TaskWorld['ledger']
let as: TaskWorld['as']

const release = async (taskId: string) => {
  const { digest } = await as.ok('coordinator', 'task.previewRelease', { taskId })
  const checked = { taskId, fields: [...releasableTaskFields], digest }
  await as.ok('coordinator', 'task.checkSecrecy', checked)
  await as.ok('publisher', 'task.checkOpenness', checked)
}

const publish = async (index: number): Promise<void> => {
  const id = `task-${String(index).padStart(2, '0')}`
  const isMaonan = index % 2 === 0
  const due = `2020-01-${String(index + 1).padStart(2, '0')}`
  await ledger.draft(
    draftTask(id, {
      number: String(index + 1),
      title: isMaonan ? '小东江截污工程' : '规模养殖场配套设施',
      problem: isMaonan ? '污水直排。' : '粪污处理设施不配套。',
      category: isMaonan ? 'sewage' : 'livestock',
      regionCodes: [isMaonan ? '440902' : '440904'],
      deadline: fixedDeadline(due, due),
    }),
  )
  const villageCodes = isMaonan ? ['440902101201'] : []
  const unit = isMaonan ? 'housing' : 'town-shihu'
  await as.ok('coordinator', 'task.assign', assignment(id, [unit], { villageCodes }))
  await release(id)
}

/** 24 tasks, half of them in 茂南区 and touching 上塘村, due one a day from 1 January 2020. */
beforeAll(async () => {
  ;({ app, ledger, as } = await openTaskWorld())
  await Promise.all(Array.from({ length: 24 }, (_, index) => publish(index)))
}, 120_000)
afterAll(() => app.close())

const publicIds = async (input: Parameters<typeof app.ok<'register.listTasks'>>[2]) =>
  app.ok(null, 'register.listTasks', input)

describe('the public register', () => {
  it('pages by day due without losing or repeating a row', async () => {
    const first = await publicIds({ filter: {} })
    expect(first).toMatchObject({ matching: 24 })
    expect(first.items).toHaveLength(20)
    const second = await publicIds({ filter: {}, cursor: first.cursor ?? '' })
    expect(second.cursor).toBeNull()
    const ids = [...first.items, ...second.items].map(({ id }) => id)
    expect(ids).toEqual(Array.from({ length: 24 }, (_, i) => `task-${String(i).padStart(2, '0')}`))
  })

  it('finds what lies in a region through the towns and villages below it', async () => {
    for (const regionCode of ['440902', '440902101', '440902101201'])
      expect((await publicIds({ filter: { regionCode } })).matching).toBe(12)
    expect((await publicIds({ filter: { regionCode: '440904' } })).matching).toBe(12)
    expect((await publicIds({ filter: { regionCode: '440900' } })).matching).toBe(24)
    expect((await publicIds({ filter: { villageCode: '440902101201' } })).matching).toBe(12)
    expect((await publicIds({ filter: { villageCode: '440902101202' } })).matching).toBe(0)
  })

  it('combines filters and words', async () => {
    const both = { regionCode: '440902', category: 'livestock' as const }
    expect((await publicIds({ filter: both })).matching).toBe(0)
    expect((await publicIds({ filter: { category: 'livestock' } })).matching).toBe(12)
    expect((await publicIds({ filter: { state: 'rectifying' } })).matching).toBe(24)
    expect((await publicIds({ filter: { state: 'closed' } })).matching).toBe(0)
    expect((await publicIds({ filter: {}, query: '养殖场' })).matching).toBe(12)
    expect((await publicIds({ filter: {}, query: '上塘村' })).matching).toBe(12)
    expect((await publicIds({ filter: { regionCode: '440904' }, query: '截污' })).matching).toBe(0)
    expect((await publicIds({ filter: {}, query: '住房城乡' })).matching).toBe(12)
  })

  it('says 正在整改 before a monthly round is released', async () => {
    const { items } = await publicIds({ filter: {} })
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['rectifying']))
  })
})

describe('the staff ledger', () => {
  const countOf = async (name: keyof Organization, query?: string) => {
    let count = 0
    let cursor: string | undefined
    do {
      const page = await as.ok(name, 'task.listLedger', { filter: {}, query, cursor })
      count += page.items.length
      cursor = page.cursor ?? undefined
    } while (cursor)
    return count
  }

  it('says what may be done with twenty rows at the requests of one', async () => {
    const askedFor = async (query?: string) => {
      let items: readonly { events: readonly string[] }[] = []
      const list = async () => {
        const input = { filter: {}, ...(query && { query }), detailed: true as const }
        ;({ items } = await as.ok('coordinator', 'task.listLedger', input))
      }
      let asked = await requestsOf(app, list)
      while (asked === null) asked = await requestsOf(app, list)
      return { requests: asked.requests, items }
    }
    const one = await askedFor('24')
    const twenty = await askedFor()
    expect([one.items.length, twenty.items.length]).toEqual([1, 20])
    expect(twenty.items.every(({ events }) => events.length > 0)).toBe(true)
    expect(twenty.requests).toBe(one.requests)
  })

  it('gives each reader the rows of their scope', async () => {
    expect(await countOf('coordinator')).toBe(24)
    expect(await countOf('coordinatorDianbai')).toBe(12)
    expect(await countOf('housingStaff')).toBe(12)
    expect(await countOf('waterStaff')).toBe(0)
    expect(await countOf('villageOfficer')).toBe(12)
    expect(await countOf('enterprise')).toBe(0)
    expect(await countOf('cityLeader')).toBe(24)
  })

  it('filters by state, category, region and words', async () => {
    const rows = async (filter: object, query?: string) =>
      (await as.ok('coordinator', 'task.listLedger', { filter, query })).items.length
    expect(await rows({ state: 'draft' })).toBe(0)
    expect(await rows({ category: 'sewage' })).toBe(12)
    expect(await rows({ regionCode: '440904' })).toBe(12)
    expect(await rows({ category: 'sewage', regionCode: '440904' })).toBe(0)
    expect(await countOf('coordinator', '养殖场')).toBe(12)
    expect(await countOf('coordinatorDianbai', '截污')).toBe(0)
  })

  it('is sorted by number as people count, over the pages, and through every filter', async () => {
    const numbers = async (filter: { category?: 'sewage' }) => {
      const found: string[] = []
      for (let cursor: string | undefined, more = true; more;) {
        const page = await as.ok('coordinator', 'task.listLedger', {
          filter,
          sort: 'number',
          cursor,
        })
        found.push(...page.items.map(({ number }) => number))
        cursor = page.cursor ?? undefined
        more = cursor !== undefined
      }
      return found
    }
    const all = Array.from({ length: 24 }, (_, index) => String(index + 1))
    expect(await numbers({})).toEqual(all)
    expect(await numbers({ category: 'sewage' })).toEqual(all.filter((_, index) => index % 2 === 0))
  })

  it('hides the drafts of an unfinished import from everybody but who imports it', async () => {
    await ledger.draft(draftTask('imported', { title: '导入中的任务' }), { batchId: 'b1' })
    expect(await countOf('coordinator', '导入中的任务')).toBe(0)
    expect(await as.refusal('coordinator', 'task.get', { taskId: 'imported' })).toBe(
      'THING.NOT_FOUND',
    )
    expect(
      await as.refusal('coordinator', 'task.assign', assignment('imported', ['housing'])),
    ).toBe('THING.NOT_FOUND')
    await ledger.complete('b1')
    expect(await countOf('coordinator', '导入中的任务')).toBe(1)
    expect((await as.ok('coordinator', 'task.get', { taskId: 'imported' })).state).toBe('draft')
    await as.ok('coordinator', 'task.cancelTask', { taskId: 'imported', reason: '试' })
  })
})

describe('the to-do list', () => {
  const todo = async (name: keyof Organization) => {
    const first = await as.ok(name, 'notifier.listTodo', {})
    const items = [...first.items]
    for (let { cursor } = first; cursor;) {
      const next = await as.ok(name, 'notifier.listTodo', { cursor })
      items.push(...next.items)
      cursor = next.cursor
    }
    return { ...first, items }
  }

  it('lists what the unit owes by day due, across pages, each once', async () => {
    const { items } = await todo('housingStaff')
    const signing = items.filter(({ kind }) => kind === 'signFor')
    expect(signing).toHaveLength(12)
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    const days = items.map(({ dueOn }) => dueOn)
    expect(days).toEqual([...days].sort())
    // Three working days after Monday, 18 November 2019.
    expect(signing[0]).toMatchObject({ dueOn: '2019-11-21', daysLeft: 3, thing: 'task' })
  })

  it('gives another unit, firm or village nothing of it', async () => {
    for (const name of ['waterStaff', 'enterprise', 'villageOfficer', 'administrator'] as const)
      expect((await todo(name)).items).toEqual([])
  })

  it('gives the office what the office owes: a county’s what lies there, the city’s all', async () => {
    await ledger.draft(draftTask('back-maonan', { regionCodes: ['440902'] }))
    await ledger.draft(draftTask('back-dianbai', { regionCodes: ['440904'] }))
    for (const taskId of ['back-maonan', 'back-dianbai']) {
      await as.ok('coordinator', 'task.assign', assignment(taskId, ['water']))
      await as.ok('waterStaff', 'task.returnAssignment', { taskId, reason: '不属本单位' })
    }
    const returned = async (name: keyof Organization) =>
      (await todo(name)).items
        .filter(({ kind }) => kind === 'reassign')
        .map(({ thingId }) => thingId)
        .sort()
    expect(await returned('coordinator')).toEqual(['back-dianbai', 'back-maonan'])
    expect(await returned('coordinatorDianbai')).toEqual(['back-dianbai'])
    expect(await returned('publisher')).toEqual([])
  })

  it('changes signing into planning at once', async () => {
    const taskId = 'task-00'
    await as.ok('housingStaff', 'task.signFor', { taskId, person: '李某', phone: '0668-2111111' })
    const own = (await todo('housingStaff')).items.filter(({ thingId }) => thingId === taskId)
    expect(own.map(({ kind }) => kind)).toContain('submitPlan')
    expect(own.map(({ kind }) => kind)).not.toContain('signFor')
    await as.ok('housingStaff', 'task.submitPlan', {
      taskId,
      plan: plan(['m1', 'm2'], '2019-12-20'),
    })
    const waiting = (await todo('coordinator')).items.filter(({ thingId }) => thingId === taskId)
    expect(waiting.map(({ kind }) => kind)).toContain('approvePlan')
  })

  it('counts what is overdue and due today no further than to a hundred', async () => {
    const owed = (count: number, dueOn: string) =>
      Array.from({ length: count }, (_, index) =>
        obligation(`${dueOn}-${index}`, { dueOn, unitId: 'farming-maonan', madeOn: '2019-11-01' }),
      )
    const owe = async (...list: ReturnType<typeof obligation>[]) => {
      for (const each of list) await ledger.database.put('obligations', obligationDoc(each))
    }
    const counts = async (cursor?: string) => {
      const page = await as.ok('farmingStaff', 'notifier.listTodo', { cursor })
      return [page.overdue, page.dueToday, page.cursor] as const
    }
    await owe(...owed(3, '2019-11-17'), ...owed(5, '2019-11-18'), ...owed(20, '2019-11-19'))
    const [, , cursor] = await counts()
    expect((await counts()).slice(0, 2)).toEqual([3, 5])
    expect((await counts(cursor ?? '')).slice(0, 2)).toEqual([3, 5])
    await owe(...owed(99, '2019-11-18'))
    expect((await counts()).slice(0, 2)).toEqual([3, 99])
    await owe(...owed(120, '2019-11-16'), ...owed(150, '2019-11-18'))
    expect((await counts()).slice(0, 2)).toEqual([100, 100])
  })

  it('tells the coming reminder days in order, page by page', async () => {
    const staff = await as.ok('housingStaff', 'notifier.listReminders', {})
    const days = staff.items.map(({ on }) => on)
    expect(days).toEqual([...days].sort())
    expect(days.every((on) => on >= '2019-11-18')).toBe(true)
    const more = await as.ok('housingStaff', 'notifier.listReminders', {
      cursor: staff.cursor ?? '',
    })
    expect(more.items[0]!.on >= days.at(-1)!).toBe(true)
  })

  it('tells a leader of what a person has signed for only from three days before on', async () => {
    const daysOf = async (name: 'housingStaff' | 'housingLeader') => {
      const rows: { on: string; kind: string; dueOn: string }[] = []
      for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
        const page = await as.ok(name, 'notifier.listReminders', { cursor })
        rows.push(...page.items)
        cursor = page.cursor ?? undefined
      }
      // The task that was signed for is due on New Year's Day.
      return rows
        .filter(({ kind, dueOn }) => kind === 'finishTask' && dueOn === '2020-01-01')
        .map(({ on }) => on)
    }
    expect((await daysOf('housingStaff'))[0]).toBe('2019-12-02')
    // Three days before is a Sunday: told on the Friday.
    expect((await daysOf('housingLeader'))[0]).toBe('2019-12-27')
  })

  it('reminds a unit of nothing that it has returned', async () => {
    expect((await as.ok('waterStaff', 'notifier.listReminders', {})).items).toEqual([])
    expect((await todo('waterStaff')).items).toEqual([])
  })

  it('counts what is past and what is due today', async () => {
    await app.clock.jump(Date.parse('2019-11-21T10:00:00+08:00'))
    const onTheDay = await as.ok('housingStaff', 'notifier.listTodo', {})
    expect(onTheDay).toMatchObject({ overdue: 0, dueToday: 11 })
    await app.clock.jump(Date.parse('2019-11-22T10:00:00+08:00'))
    const after = await as.ok('housingStaff', 'notifier.listTodo', {})
    expect(after).toMatchObject({ overdue: 11, dueToday: 0 })
    expect(after.items[0]).toMatchObject({ daysLeft: -1 })
  })
})
