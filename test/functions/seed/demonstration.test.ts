import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import type { ActionInput, ActionName, ActionOutput } from '@/contract/actions'
import { noticeTexts } from '@/copy/message-templates'
import { taskStates } from '@/domain/task/task'
import { taskEvents } from '@/domain/task/workflow'
import { rolesWithoutDuties } from '@/domain/organization/without-duties'
import { roles as allRoles } from '@/domain/organization/role'
import { startApp, type TestApp } from '../../support/app'
import { administratorOpenid } from '../../support/environment'

const script = path.resolve(__dirname, '../../../scripts/seed.mjs')

let app: TestApp
let said: string

const seed = async (): Promise<string> => {
  const options = ['--origin', app.origin, '--administrator', administratorOpenid]
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...options])
  return stdout
}

beforeAll(async () => {
  app = await startApp({ startAt: '2019-11-04T09:00:00+08:00' })
  said = await seed()
}, 180_000)
afterAll(() => app.close())

/** A call in the one role that a person of the demonstration has. */
const as = async <N extends ActionName>(
  openid: string,
  action: N,
  input: ActionInput<N>,
): Promise<ActionOutput<N>> => {
  const { memberships } = await app.ok(openid, 'identity.whoAmI', {})
  const actAs = memberships[0]?.id
  return app.ok(openid, action, input, actAs ? { actAs } : {})
}
const local = async <T>(where: string): Promise<T> =>
  (await (await fetch(`${app.origin}/_local${where}`)).json()) as T

interface Message {
  readonly openid: string
  readonly at: number
  readonly title: string
  readonly fields: readonly { readonly value: string }[]
}

const everyTask = async () => {
  const items: ActionOutput<'task.listLedger'>['items'][number][] = []
  for (let cursor: string | undefined; ;) {
    const from = cursor === undefined ? {} : { cursor }
    const page = await as('demo-coordinator', 'task.listLedger', { filter: {}, ...from })
    items.push(...page.items)
    if (page.cursor === null) return items
    cursor = page.cursor
  }
}

type Todo = ActionOutput<'notifier.listTodo'>['items'][number]

/** All of it, page by page. */
const todosOf = async (openid: string): Promise<Todo[]> => {
  const items: Todo[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await as(openid, 'notifier.listTodo', cursor === undefined ? {} : { cursor })
    items.push(...page.items)
    ;({ cursor } = page)
  }
  return items
}

/** What the page of a thing reads, and what the person may do there. */
const opened: Readonly<
  Record<Todo['thing'], (openid: string, id: string) => Promise<{ events: readonly string[] }>>
> = {
  task: (openid, taskId) => as(openid, 'task.get', { taskId }),
  feedback: (openid, feedbackId) => as(openid, 'feedback.getHandled', { feedbackId }),
  timeline: (openid, timelineId) => as(openid, 'enterprise.getTimeline', { timelineId }),
  opinion: (openid, opinionId) => as(openid, 'opinion.getCollective', { opinionId }),
  opinionSummary: (openid, summaryId) => as(openid, 'opinion.getSummary', { summaryId }),
  objection: (openid, objectionId) => as(openid, 'feedback.getObjection', { objectionId }),
  round: () => Promise.reject(new Error('no round has its plan to be handed in')),
  visit: (openid, visitId) => as(openid, 'enterprise.getVisit', { visitId }),
}

describe('the demonstration ledger', () => {
  test('ends when the plan was new: 2019-11-18, half past nine', () => {
    expect(said).toContain('示范台账已建好')
    const since = app.clock.now() - Date.parse('2019-11-18T09:30:00+08:00')
    expect(since).toBeGreaterThanOrEqual(0)
    expect(since).toBeLessThan(180_000)
  })

  test('is left alone where it is already there', async () => {
    const before = await app.ok(null, 'register.listTasks', { filter: {} })
    expect(await seed()).toContain('台账已在')
    expect(await app.ok(null, 'register.listTasks', { filter: {} })).toEqual(before)
  })

  test('offers every kind of person in the identity bar', async () => {
    const identities = await local<{ openid: string; roleText: string }[]>('/identities')
    const roles = identities.map(({ roleText }) => roleText).join(' ')
    for (const word of ['群众', '村党支部', '养殖有限公司', '经办', '负责人', '市整改办'])
      expect(roles).toContain(word)
    for (const word of ['信访受理', '宣传', '市领导', '管理员']) expect(roles).toContain(word)
    const there = new Set<string>()
    for (const { openid, roleText } of identities) {
      const { memberships } = await app.ok(openid, 'identity.whoAmI', {})
      expect(memberships).toHaveLength(roleText.startsWith('群众') ? 0 : 1)
      for (const { role } of memberships) there.add(role)
    }
    const wanted = allRoles.filter((role) => role !== 'resident' && role !== 'system')
    expect(wanted.filter((role) => !there.has(role))).toEqual([])
  })

  test('has the plan’s ten priority actions, each under its own category', async () => {
    const ledger = await everyTask()
    const numbers = '一二三四五六七八九十'.split('')
    const ten = ledger.filter(({ number }) => numbers.includes(number))
    expect(ten).toHaveLength(10)
    expect(new Set(ten.map(({ category }) => category)).size).toBe(10)
    expect(ten.some(({ category }) => category === 'other')).toBe(false)
    const states = ledger.map(({ state }) => state)
    expect(taskStates.filter((state) => !states.includes(state))).toEqual([])
  })

  test('shows the public what two persons released, and no full name of the firm', async () => {
    const page = await app.ok(null, 'register.listTasks', { filter: {} })
    expect(page.matching).toBe(15)
    expect(JSON.stringify(page)).not.toContain('万华')
  })

  test('has a notice that runs, a decision to take, and a task that came back', async () => {
    const { items } = await app.ok(null, 'register.listTasks', { filter: {} })
    expect(items.map(({ state }) => state)).toEqual(
      expect.arrayContaining(['underNotice', 'closed']),
    )
    const ledger = await everyTask()
    const nearlyThrough = ledger.filter(({ number }) => Number(number) > 40)
    expect(Object.fromEntries(nearlyThrough.map(({ number, state }) => [number, state]))).toEqual({
      ...{ 41: 'closed', 42: 'inProgress', 43: 'awaitingApproval' },
      ...{ 44: 'underNotice', 45: 'verifying', 46: 'selfChecked', 47: 'reportedUp' },
      ...{ 48: 'preNotice', 49: 'consulting', 50: 'cancelled', 51: 'inProgress' },
      ...{ 52: 'inProgress', 53: 'verifying', 54: 'assigned', 55: 'verifying', 56: 'verifying' },
      ...{ 57: 'inProgress', 58: 'consulting' },
    })
    const todo = await as('demo-coordinator', 'notifier.listTodo', {})
    expect(todo.items.map(({ kind }) => kind)).toContain('approveCloseOut')
  })

  test('has something to do for every role that owes anything, and each of it opens where it is done', async () => {
    const identities = await local<{ openid: string }[]>('/identities')
    const owing = new Set<string>()
    for (const { openid } of identities) {
      const { memberships } = await app.ok(openid, 'identity.whoAmI', {})
      if (memberships.length === 0) continue
      for (const todo of await todosOf(openid)) {
        owing.add(memberships[0]!.role)
        const { events } = await opened[todo.thing](openid, todo.thingId)
        expect(events).not.toEqual([])
        // What is called as the act is the act.
        if ((taskEvents as readonly string[]).includes(todo.kind))
          expect(events).toContain(todo.kind)
      }
    }
    // Nothing has lain so long that it rises to the city's leader; the others owe nothing by a day.
    const without = allRoles.filter((role) => !owing.has(role))
    expect(without.sort()).toEqual(
      [...rolesWithoutDuties, 'resident', 'system', 'cityLeader'].sort(),
    )
  })

  test('has a to-do of each of the four checkers, and of the inspector who was lent', async () => {
    const owed = async (openid: string) => {
      const checks = (await todosOf(openid)).filter(({ kind }) =>
        /^(verify|confirmCheck)$/.test(kind),
      )
      const all = checks.map(async ({ kind, thingId: taskId, node }) => {
        const { number } = await as(openid, 'task.get', { taskId })
        return `${kind} ${node.split('-')[0]} ${number}`
      })
      return (await Promise.all(all)).sort()
    }
    expect(await owed('demo-county-checker')).toEqual(['verify county 55'])
    expect(await owed('demo-county-checker-2')).toEqual([
      'confirmCheck county 56',
      'verify county 55',
    ])
    const city = ['verify city 45', 'verify city 53']
    expect(await owed('demo-city-checker')).toEqual(city)
    expect(await owed('demo-city-checker-2')).toEqual(['confirmCheck city 56', ...city])
    expect(await owed('demo-inspector')).toEqual(['confirmCheck county 56'])
  })

  test('has a step with an inspector and an expert who were lent, and one that the county sent back', async () => {
    const ledger = await everyTask()
    const closeOutOf = async (of: string) => {
      const { id: taskId } = ledger.find(({ number }) => number === of)!
      return (await as('demo-coordinator', 'task.get', { taskId })).closeOut!
    }
    const { checks } = (await closeOutOf('56')).cycles[0]!
    expect(checks.map(({ level, passed, checkers }) => [level, passed, checkers])).toMatchObject([
      [
        ...['county', true],
        [
          { name: '验收甲' },
          { name: '验收乙', confirmedOn: null },
          { unitName: '市整改办', confirmedOn: null },
        ],
      ],
      [
        ...['city', true],
        [{ name: '验收丙' }, { name: '验收丁', confirmedOn: null }, { hasAccount: false }],
      ],
    ])
    const [first, second] = (await closeOutOf('57')).cycles
    expect(first).toMatchObject({ checks: [{ level: 'county', passed: false }] })
    expect(second).toMatchObject({ rework: { cause: 'returnForRework', dueOn: '2019-12-16' } })
    const owed = (await todosOf('demo-housing-staff')).map(({ node }) => node)
    expect(owed).toContain('demand.2.0')
  })

  test('asks two firms about a draft: one has its answer in writing, the other waits for it', async () => {
    const ledger = await everyTask()
    const { id: taskId } = ledger.find(({ number }) => number === '58')!
    const { consultation } = await as('demo-coordinator', 'task.get', { taskId })
    expect(consultation?.opinions.map(({ answer }) => answer)).toMatchObject([
      { adopted: false, reason: expect.stringMatching(/\S/) },
      null,
    ])
    const own = await as('demo-enterprise', 'task.get', { taskId })
    expect(own.consultation?.opinions).toMatchObject([{ answer: { adopted: false } }])
    const owed = (await todosOf('demo-coordinator')).map(({ kind, thingId }) => [kind, thingId])
    expect(owed).toContainEqual(['answerDraftOpinion', taskId])
  })

  test('has a share whose leader is to sign for it, and a self-check of the whole beside it', async () => {
    const { items } = await as('demo-agriculture-leader', 'notifier.listTodo', {})
    const kinds = items.map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['signShare', 'selfCheck']))
    const { thingId: taskId } = items.find(({ kind }) => kind === 'signShare')!
    const { turns, events } = await as('demo-ecology-staff', 'task.get', { taskId })
    expect(turns.map(({ kind, unitName }) => `${kind} ${unitName}`)).toContain(
      'signShare 市农业农村局',
    )
    expect(events).not.toContain('selfCheck')
  })

  test('has a village’s words that wait to be summed up, and an event that waits to be entered', async () => {
    const kindsOf = async (openid: string) =>
      (await as(openid, 'notifier.listTodo', {})).items.map(({ kind }) => kind)
    expect(await kindsOf('demo-intake')).toContain('summarizeOpinions')
    expect(await kindsOf('demo-ecology-staff')).toContain('enterEvent')
    const ledger = await everyTask()
    const idOf = (of: string) => ledger.find(({ number }) => number === of)!.id
    const { deadline, dueOn } = await as('demo-coordinator', 'task.get', { taskId: idOf('54') })
    expect([deadline.kinds, dueOn]).toEqual([['relative'], null])
    const heard = await as('demo-coordinator', 'opinion.listAsked', { taskId: idOf('53') })
    expect(heard.summaryId).not.toBeNull()
    expect(heard.items.map(({ state }) => state)).toEqual(['notInvolved', 'notInvolved'])
  })

  test('leaves a list with open questions for the visitor to review', async () => {
    const { items } = await as('demo-coordinator', 'documents.listBatches', {})
    const states = items.map(({ state }) => state).sort()
    expect(states).toEqual(['complete', 'complete', 'complete', 'parsed'])
    expect(items.find(({ state }) => state === 'parsed')?.unsure).toBeGreaterThan(0)
  })

  test('has one timeline to answer and one countered', async () => {
    const own = await as('demo-enterprise', 'enterprise.listTimelines', {})
    expect(own.items).toMatchObject([{ state: 'proposed', round: 1 }])
    const unit = await as('demo-dianbai-staff', 'enterprise.listTimelines', {})
    expect(unit.items).toMatchObject([{ state: 'countered' }])
  })

  test('has a firm’s nodes: one confirmed after it was returned, and one that waits', async () => {
    const { items } = await as('demo-stone', 'enterprise.listTimelines', {})
    const agreed = items.find(({ state }) => state === 'agreed')
    const timelineId = agreed?.id ?? ''
    const { measures } = await as('demo-stone', 'enterprise.getTimeline', { timelineId })
    expect(measures.map(({ node }) => node?.state)).toEqual(['done', 'reported'])
    const messages = await local<Message[]>('/messages?openid=demo-stone')
    const words = messages.flatMap(({ fields }) => fields.map(({ value }) => value))
    expect(words).toContain('报的完成被退回，点开看原因')
  })

  test('has visits of firms: to notify, to make, made, rated, called off, never made', async () => {
    const { items } = await as('demo-coordinator', 'enterprise.listVisits', {})
    const states = items.map(({ state }) => state).sort()
    expect(states).toEqual([
      ...['cancelled', 'notMade', 'notified', 'planned', 'rated', 'recorded'],
    ])
    const todo = await as('demo-enforcer', 'notifier.listTodo', {})
    expect(todo.items.map(({ kind }) => kind).sort()).toEqual(['notifyVisit', 'recordVisit'])
  })

  test('has a request for more time, which the office is to decide', async () => {
    const asked = (await todosOf('demo-coordinator')).find(({ kind }) => kind === 'decideExtension')
    const { extensions } = await as('demo-coordinator', 'task.get', { taskId: asked!.thingId })
    expect(extensions).toMatchObject([
      { state: 'endorsed', from: '2020-06-30', to: '2020-09-30', decidedOn: null },
    ])
  })

  test('has one answered report, whose reporter was told without its subject', async () => {
    const { items } = await as('demo-resident', 'feedback.listMine', {})
    expect(items).toMatchObject([{ state: 'answered' }])
    const messages = await local<Message[]>('/messages?openid=demo-resident')
    expect(messages).toHaveLength(1)
    const words = messages[0]!.fields.map(({ value }) => value).join(' ')
    expect(words).toContain(items[0]!.number)
    expect(words).not.toMatch(/水渠|上塘/)
  })

  test('has reminded whoever owes something, once a day at nine', async () => {
    const identities = await local<{ readonly openid: string }[]>('/identities')
    const shown = identities.map(({ openid }) => local<Message[]>(`/messages?openid=${openid}`))
    const messages = (await Promise.all(shown)).flat()
    const atOnce = Object.values(noticeTexts).map(({ hint }) => hint)
    const digests = messages.filter(
      ({ title, fields }) =>
        title === '到期提醒' && !fields.some(({ value }) => atOnce.includes(value)),
    )
    expect(digests.length).toBeGreaterThan(5)
    const beijing = digests.map(({ at }) => new Date(at + 8 * 3_600_000).toISOString())
    expect(new Set(beijing.map((instant) => instant.slice(11, 16)))).toEqual(new Set(['09:00']))
    const daily = digests.map(({ openid }, index) => `${openid} ${beijing[index]!.slice(0, 10)}`)
    expect(new Set(daily).size).toBe(daily.length)
  })

  test('has somebody on the call list who never allowed a message', async () => {
    const { items } = await as('demo-coordinator', 'notifier.listCallList', {})
    expect(items.map(({ unitName }) => unitName)).toContain('市城市管理和综合执法局')
  })
})
