import { startApp, type TestApp } from '../../support/app'
import { eventually } from '../../support/eventually'
import { buildOrganization, type Organization } from '../../support/organization'
import { addDays } from '@/domain/calendar/day'
import { openDatabase } from '../task/ledger'
import { admission, answerOf, as, fireTimer, newLookupHash, reportInput } from './desk'
import { dump } from './dump'

describe('two who act on one matter at once', () => {
  let app: TestApp
  let people: Organization

  beforeAll(async () => {
    app = await startApp()
    people = await buildOrganization(app)
  })
  afterAll(() => app.close())

  const submit = async (openid: string) =>
    (await app.ok(openid, 'feedback.submit', reportInput())).id

  const admitted = async (openid: string) => {
    const id = await submit(openid)
    await as(app, people.intake).ok('feedback.admit', admission(id))
    return id
  }

  const merge = (feedbackId: string, intoId: string) =>
    app.call(people.intake.openid, 'feedback.merge', { feedbackId, intoId }, people.intake)

  /** What comes to its transaction and begins it only after `meanwhile`: all it has read is old by then. */
  const heldBack = async <T>(first: () => Promise<T>, meanwhile: () => Promise<unknown>) => {
    const faults = `${app.origin}/_local/faults`
    const rule = { id: 'held', action: 'database.startTransaction', kind: 'delay', ms: 2000 }
    await fetch(faults, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...rule, times: 1 }),
    })
    const struck = async () => ((await (await fetch(faults)).json()) as { struck: number }[])[0]!
    const begun = first()
    expect(await eventually(async () => (await struck()).struck, 1)).toBe(1)
    await meanwhile()
    await fetch(faults, { method: 'DELETE' })
    return begun
  }

  const stateOf = async (feedbackId: string) =>
    (await as(app, people.intake).ok('feedback.getHandled', { feedbackId })).state

  it('merge two reports into each other: one does, nothing vanishes', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [one, other] = [await admitted('openid-one'), await admitted('openid-other')]
      const replies = await Promise.all([merge(one, other), merge(other, one)])
      expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
      const states = [await stateOf(one), await stateOf(other)].sort()
      expect(states).toEqual(['admitted', 'merged'])
    }
  })

  it('merge into a report that is withdrawn meanwhile: the merged one is never without a matter', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [stays, leaves] = [await admitted('openid-stays'), await admitted('openid-leaves')]
      const [merged, withdrawn] = await Promise.all([
        merge(stays, leaves),
        app.call('openid-leaves', 'feedback.withdraw', { feedbackId: leaves }),
      ])
      expect(withdrawn.ok).toBe(true)
      const seen = await app.ok('openid-stays', 'feedback.get', { feedbackId: stays })
      expect([merged.ok, seen.state]).toEqual([merged.ok, 'admitted'])
    }
  })

  it('withdraws nothing that another report became part of after it was looked at', async () => {
    const [stays, leaves] = [await admitted('openid-joins'), await admitted('openid-goes')]
    const withdrawn = await heldBack(
      () => app.ok('openid-goes', 'feedback.withdraw', { feedbackId: leaves }),
      async () => expect((await merge(stays, leaves)).ok).toBe(true),
    )
    expect(withdrawn).toMatchObject({ state: 'admitted', events: [] })
    const seen = await app.ok('openid-joins', 'feedback.get', { feedbackId: stays })
    expect(seen.state).toBe('admitted')
    expect(await app.refusal('openid-goes', 'feedback.get', { feedbackId: leaves })).toBe(
      'THING.NOT_FOUND',
    )
  })

  it('counts how many reports are one, also where one that came before it was counted does not say so', async () => {
    const database = openDatabase(app)
    const main = await admitted('openid-counted')
    const stored = async () => (await database.get('feedback', main))!
    const { joined, ...uncounted } = await stored()
    expect(joined).toBe(0)
    const repeated: unknown[] = []
    for (const openid of ['openid-second', 'openid-third', 'openid-fourth']) {
      if (openid !== 'openid-second') await database.put('feedback', uncounted)
      const part = await submit(openid)
      expect(await merge(part, main)).toMatchObject({ ok: true })
      repeated.push((await database.get('feedback', part))!.repeated)
    }
    expect(repeated).toEqual([false, true, true])
    expect(await stored()).toMatchObject({ joined: 3 })
    await database.put('feedback', { ...(await stored()), joined: null })
    await app.ok('openid-counted', 'feedback.withdraw', { feedbackId: main })
    expect(await stored()).toMatchObject({ state: 'admitted' })
  })

  it('merges into no report that is answered, archived or ended', async () => {
    const main = await admitted('openid-answered')
    const { unitId } = people.farmingStaff
    await as(app, people.intake).ok('feedback.assign', { feedbackId: main, unitId })
    await as(app, people.farmingStaff).ok('feedback.submitAnswer', answerOf(main))
    await as(app, people.coordinator).ok('feedback.releaseAnswer', { feedbackId: main })
    const late = await submit('openid-late')
    const into = { feedbackId: late, intoId: main }
    expect(await as(app, people.intake).refusal('feedback.merge', into)).toBe('THING.STATE')
    await app.ok('openid-answered', 'feedback.rate', {
      feedbackId: main,
      rating: 'done',
      words: '',
    })
    expect(await as(app, people.intake).refusal('feedback.merge', into)).toBe('THING.STATE')
  })

  it('answers who reported again after an answer by their own report, and tells them once', async () => {
    const answer = async (feedbackId: string) => {
      const { unitId } = people.farmingStaff
      await as(app, people.intake).ok('feedback.assign', { feedbackId, unitId })
      await as(app, people.farmingStaff).ok('feedback.submitAnswer', answerOf(feedbackId))
      await as(app, people.coordinator).ok('feedback.releaseAnswer', { feedbackId })
    }
    const main = await admitted('openid-before')
    await answer(main)
    await app.clock.jump(app.clock.now() + 5 * 86_400_000)
    const openid = 'openid-same-ditch'
    const late = await submit(openid)
    const told = async () => {
      await fireTimer(app, 'notifier')
      const { items } = await app.ok(openid, 'notifier.listMyMessages', {})
      return items.filter(({ about }) => about === 'answerReady')
    }
    expect((await merge(late, main)).ok).toBe(false)
    const seen = await app.ok(openid, 'feedback.get', { feedbackId: late })
    expect([seen.state, seen.answers, await told()]).toEqual(['submitted', [], []])
    await as(app, people.intake).ok('feedback.admit', admission(late))
    await answer(late)
    expect(await told()).toHaveLength(1)
    expect(await told()).toHaveLength(1)
    const after = await app.ok(openid, 'feedback.get', { feedbackId: late })
    expect(after.events).toContain('rate')
  })

  it('takes words to a merged report as long as the matter is open, and shows them with it', async () => {
    const main = await admitted('openid-first')
    const [near, far] = [await submit('openid-near'), await submit('openid-far')]
    expect((await merge(far, near)).ok).toBe(true)
    expect((await merge(near, main)).ok).toBe(true)
    await as(app, people.intake).ok('feedback.openOriginal', { feedbackId: main, reason: '核实' })
    const seen = await app.ok('openid-far', 'feedback.get', { feedbackId: far })
    expect(seen.events).toContain('supplement')
    const added = { feedbackId: far, words: '昨晚又排了', photoIds: [] }
    const reply = await app.ok('openid-far', 'feedback.supplement', added)
    expect(reply.events).toContain('supplement')

    const desk = await as(app, people.intake).ok('feedback.listDesk', { state: 'admitted' })
    expect(desk.items.find(({ id }) => id === main)).toMatchObject({ unread: true })
    const look = { feedbackId: main, reason: '看补充' }
    const original = await as(app, people.intake).ok('feedback.openOriginal', look)
    expect(original.supplements).toMatchObject([{ words: '昨晚又排了' }])
    // Whoever's words are seen reads that they were; who said nothing more was not looked at.
    const looks = async (openid: string) => (await app.ok(openid, 'identity.listLooks', {})).items
    expect((await looks('openid-far')).map(({ reason }) => reason)).toEqual(['看补充'])
    expect(await looks('openid-near')).toEqual([])

    const { unitId } = people.farmingStaff
    await as(app, people.intake).ok('feedback.assign', { feedbackId: main, unitId })
    await as(app, people.farmingStaff).ok('feedback.submitAnswer', answerOf(main))
    await as(app, people.coordinator).ok('feedback.releaseAnswer', { feedbackId: main })
    expect(await app.refusal('openid-far', 'feedback.supplement', added)).toBe('THING.STATE')
    const late = await app.ok('openid-far', 'feedback.get', { feedbackId: far })
    expect(late.events).toEqual(['withdraw'])
  })

  it('takes no words to a matter that is answered meanwhile', async () => {
    for (let round = 0; round < 6; round += 1) {
      const main = await admitted(`openid-main-${round}`)
      const other = await submit(`openid-more-${round}`)
      expect((await merge(other, main)).ok).toBe(true)
      const { unitId } = people.farmingStaff
      await as(app, people.intake).ok('feedback.assign', { feedbackId: main, unitId })
      await as(app, people.farmingStaff).ok('feedback.submitAnswer', answerOf(main))
      const words = { feedbackId: other, words: '再说一句', photoIds: [] }
      const [added] = await Promise.all([
        app.call(`openid-more-${round}`, 'feedback.supplement', words),
        as(app, people.coordinator).ok('feedback.releaseAnswer', { feedbackId: main }),
      ])
      const seen = await app.ok(`openid-more-${round}`, 'feedback.get', { feedbackId: other })
      expect([seen.state, seen.supplements.length]).toEqual(['answered', added.ok ? 1 : 0])
    }
  })

  it('takes no words that were on their way when the matter was answered', async () => {
    const main = await admitted('openid-main-late')
    const other = await submit('openid-more-late')
    expect((await merge(other, main)).ok).toBe(true)
    const { unitId } = people.farmingStaff
    await as(app, people.intake).ok('feedback.assign', { feedbackId: main, unitId })
    await as(app, people.farmingStaff).ok('feedback.submitAnswer', answerOf(main))
    const words = { feedbackId: other, words: '再说一句', photoIds: [] }
    const added = await heldBack(
      () => app.call('openid-more-late', 'feedback.supplement', words),
      () => as(app, people.coordinator).ok('feedback.releaseAnswer', { feedbackId: main }),
    )
    expect(added).toMatchObject({ ok: false, error: { code: 'THING.STATE' } })
    const seen = await app.ok('openid-more-late', 'feedback.get', { feedbackId: other })
    expect(seen.supplements).toEqual([])
  })

  it('brings the news through a chain of eight merges to everybody', async () => {
    const main = await admitted('openid-main')
    const openids = Array.from({ length: 8 }, (_, index) => `openid-chain-${index}`)
    const chain: string[] = []
    for (const openid of openids) chain.push(await submit(openid))
    for (const [index, id] of chain.entries())
      expect((await merge(id, chain[index + 1] ?? main)).ok).toBe(true)
    const { unitId } = people.farmingStaff
    await as(app, people.intake).ok('feedback.assign', { feedbackId: main, unitId })
    await as(app, people.farmingStaff).ok('feedback.submitAnswer', answerOf(main))
    await as(app, people.coordinator).ok('feedback.releaseAnswer', { feedbackId: main })
    await fireTimer(app, 'notifier')
    for (const [index, openid] of openids.entries()) {
      const told = await app.ok(openid, 'notifier.listMyMessages', {})
      expect([openid, told.items.length]).toEqual([openid, 1])
      const seen = await app.ok(openid, 'feedback.get', { feedbackId: chain[index]! })
      expect([openid, seen.state]).toEqual([openid, 'answered'])
      const { items } = await app.ok(openid, 'feedback.listMine', {})
      expect(items).toMatchObject([{ state: 'answered' }])
    }
  })

  it('tells a later reporter of no day before the own report, nor that somebody was first', async () => {
    const main = await admitted('openid-was-first')
    const { unitId } = people.farmingStaff
    await as(app, people.intake).ok('feedback.assign', { feedbackId: main, unitId })
    await app.clock.jump(app.clock.now() + 3 * 86_400_000)
    const later = await app.ok('openid-came-later', 'feedback.submit', reportInput())
    expect((await merge(later.id, main)).ok).toBe(true)
    const seen = () => app.ok('openid-came-later', 'feedback.get', { feedbackId: later.id })
    expect((await seen()).nodes).toMatchObject([
      { event: 'submitted', on: later.submittedOn, done: true },
      { event: 'admitted', on: null, done: true },
      { event: 'assigned', on: null, done: true },
      { event: 'answered', on: null, done: false },
    ])
    // Counted from the own report: counted back from, it is the day of nobody else.
    const due = addDays(later.submittedOn, 60)
    expect((await seen()).dueOn).toBe(due)
    const { items } = await app.ok('openid-came-later', 'feedback.listMine', {})
    expect(items).toMatchObject([{ dueOn: due }])

    await app.clock.jump(app.clock.now() + 86_400_000)
    await as(app, people.farmingStaff).ok('feedback.submitAnswer', answerOf(main))
    await as(app, people.coordinator).ok('feedback.releaseAnswer', { feedbackId: main })
    const days = (await seen()).nodes.flatMap(({ on }) => on ?? [])
    expect(days).toHaveLength(2)
    expect(days.filter((day) => day < later.submittedOn)).toEqual([])
    // Whoever was first reads the days of the own report.
    const first = await app.ok('openid-was-first', 'feedback.get', { feedbackId: main })
    expect(first.nodes.every(({ on }) => on !== null)).toBe(true)
  })

  it('declines many with one reason, each by itself, and answers a repetition as done', async () => {
    const [one, other, taken] = [
      await submit('openid-flood-1'),
      await submit('openid-flood-2'),
      await admitted('openid-not-a-flood'),
    ]
    const input = {
      feedbackIds: [one, taken, other, one, 'none'],
      reason: '没有说清是哪里，可以打 12345',
    }
    const send = () =>
      app.ok(people.intake.openid, 'feedback.declineMany', input, { ...people.intake, key: 'many' })
    const answer = {
      declined: [one, other],
      refused: [
        { feedbackId: taken, code: 'THING.STATE' },
        { feedbackId: 'none', code: 'THING.NOT_FOUND' },
      ],
    }
    expect(await send()).toEqual(answer)
    expect(await send()).toEqual(answer)
    const seen = await app.ok('openid-flood-1', 'feedback.get', { feedbackId: one })
    expect(seen).toMatchObject({ state: 'declined', declinedReason: input.reason })
    expect(await stateOf(taken)).toBe('admitted')
    const events = (await dump(app)).get('auditEvents')!
    expect(
      events.filter(({ event, thingId }) => event === 'decline' && thingId === one),
    ).toHaveLength(1)
  })

  it('leaves nothing that leads to whoever withdrew, also when the call breaks off after its commit', async () => {
    const openid = 'openid-breaks-off'
    const lookupHash = newLookupHash()
    const { id } = await app.ok(openid, 'feedback.submit', reportInput({ lookupHash }))
    await as(app, people.intake).ok('feedback.openOriginal', { feedbackId: id, reason: '受理' })
    const withdraw = () => app.ok(openid, 'feedback.withdraw', { feedbackId: id }, { key: 'broke' })
    const first = await withdraw()
    // As after a crash between the commit and the reply.
    const database = openDatabase(app)
    for (const { _id } of (await dump(app)).get('replies')!) await database.remove('replies', _id)
    expect(await withdraw()).toEqual(first)
    const looks = (await dump(app)).get('identityLooks')!
    expect(looks.filter(({ feedbackId }) => feedbackId === id)).toEqual([])
    const byCode = { feedbackId: id, lookupHash }
    expect(await app.ok(null, 'feedback.withdraw', byCode)).toEqual(first)
    expect(await app.refusal('openid-stranger', 'feedback.withdraw', { feedbackId: id })).toBe(
      'THING.NOT_FOUND',
    )
  })

  it('forgets a look that comes while the reporter withdraws', async () => {
    for (let round = 0; round < 8; round += 1) {
      const id = await admitted('openid-looked-at')
      const look = { feedbackId: id, reason: '核实' }
      await Promise.all([
        app.call(people.intake.openid, 'feedback.openOriginal', look, people.intake),
        app.ok('openid-looked-at', 'feedback.withdraw', { feedbackId: id }),
      ])
      const looks = (await dump(app)).get('identityLooks')!
      expect(looks.filter(({ feedbackId }) => feedbackId === id)).toEqual([])
    }
  })
})
