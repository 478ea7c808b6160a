import { createHash } from 'node:crypto'
import { makeCipher } from '@/cloudfunctions/_stores/cipher'
import { feedbackStates } from '@/domain/feedback/feedback'
import { feedbackEvents } from '@/domain/feedback/workflow'
import { roles } from '@/domain/organization/role'
import { notices } from '@/domain/reminder/notice'
import { obligationKinds } from '@/domain/reminder/kinds'
import { digestOf } from '@/cloudfunctions/_stores/messages/message-store'
import { startApp, type TestApp } from '../../support/app'
import { testEnvironment } from '../../support/environment'
import { buildOrganization, regions, units, type Organization } from '../../support/organization'
import { admission, answerOf, as, invite, reportInput, uploadPhoto, villageCode } from './desk'
import { dump } from './dump'
import { wayBetween } from './joins'

const cipher = makeCipher(testEnvironment.IDENTITY_KEYS)
const minute = 60_000

/**
 * A week of a small desk, in which whatever one person does lies minutes apart from what others
 * do. Then somebody holds a copy of the database, and no key.
 */
describe('a copy of the database without the key', () => {
  let app: TestApp
  let people: Organization
  let all: Awaited<ReturnType<typeof dump>>
  /** Reports by who sent them. */
  const reports = new Map<string, string>()

  const pause = () => app.clock.jump(app.clock.now() + 17 * minute)
  const personOf = (openid: string) =>
    all.get('identities')!.find(({ _id }) => _id === cipher.blind(`openid ${openid}`))!
      .personId as string

  /** From somebody whom the system did not know before: photo, report, consent, village. */
  const firstReport = async (openid: string, change: Parameters<typeof reportInput>[0] = {}) => {
    const photoId = await uploadPhoto(app, openid)
    const input = reportInput({ photoIds: [photoId], ...change })
    const { id } = await app.ok(openid, 'feedback.submit', input)
    await app.ok(openid, 'notifier.recordConsent', {
      results: [{ templateId: testEnvironment.TEMPLATE_ANSWER_READY, outcome: 'accept' }],
    })
    await app.ok(openid, 'identity.setVillage', { regionCode: villageCode })
    reports.set(openid, id)
    await pause()
    return { id, photoId }
  }

  const handled = async (id: string, clearedPhotoIds: string[] = []) => {
    await as(app, people.intake).ok('feedback.openOriginal', { feedbackId: id, reason: '受理' })
    await pause()
    await as(app, people.intake).ok('feedback.admit', admission(id, { clearedPhotoIds }))
    await pause()
    const { unitId } = people.farmingStaff
    await as(app, people.intake).ok('feedback.assign', { feedbackId: id, unitId })
    await pause()
    const fixed = await uploadPhoto(app, people.farmingStaff.openid, people.farmingStaff)
    const answer = { ...answerOf(id), photoIds: [fixed] }
    await as(app, people.farmingStaff).ok('feedback.submitAnswer', answer)
    await pause()
    await as(app, people.coordinator).ok('feedback.releaseAnswer', { feedbackId: id })
    await pause()
  }

  beforeAll(async () => {
    app = await startApp({ pushed: true })
    people = await buildOrganization(app)
    await app.ok('openid-lives-elsewhere', 'identity.setVillage', { regionCode: '440902101202' })
    await pause()

    const first = await firstReport('openid-first')
    await handled(first.id, [first.photoId])
    await app.ok('openid-first', 'feedback.rate', {
      feedbackId: first.id,
      rating: 'notDone',
      words: '还是臭',
    })
    await pause()

    const named = await firstReport('openid-named', { protection: 'named', contactName: '陈某' })
    const merged = await firstReport('openid-merged')
    const merge = { feedbackId: merged.id, intoId: named.id }
    await as(app, people.intake).ok('feedback.merge', merge)
    await pause()
    await app.ok('openid-named', 'feedback.supplement', {
      feedbackId: named.id,
      words: '昨晚又排了',
      photoIds: [await uploadPhoto(app, 'openid-named')],
    })
    await pause()
    await handled(named.id)

    // Somebody who works here: staff of the unit that answers, privately.
    await firstReport(people.farmingStaff.openid)
    await firstReport(people.villageOfficer.openid)
    const forNeighbour = reportInput({ consentNoted: true, contactName: '张某' })
    await as(app, people.villageOfficer).ok('feedback.submit', forNeighbour)
    await pause()

    const declined = await firstReport('openid-declined')
    const no = { feedbackId: declined.id, reason: '请向12345反映' }
    await as(app, people.intake).ok('feedback.decline', no)
    await pause()

    const left = await firstReport('openid-left')
    await app.ok('openid-left', 'feedback.withdraw', { feedbackId: left.id })
    await pause()
    await app.clock.jump(app.clock.now() + 30 * minute)

    const handedOver = await firstReport('openid-against-the-office')
    const team = await invite(app, people, 'team', ['inspector', 'water', '440900'])
    await pause()
    await as(app, people.intake).ok('feedback.handOverDesk', {
      feedbackId: handedOver.id,
      to: { membershipId: team.actAs },
      accusedUnitIds: [people.coordinator.unitId],
      reason: '反映本单位',
    })
    await pause()
    all = await dump(app)
  })
  afterAll(() => app.close())

  /** Words that stand in many documents because of the city and its offices, not of one person. */
  const known = () => {
    const codes = [...regions.map(({ code }) => code), ...units.map(({ key }) => key)]
    const office = Object.values(people).map(({ unitId }) => unitId)
    const kinds = [...roles, ...feedbackEvents, ...feedbackStates, ...obligationKinds, ...notices]
    return new Set([
      ...codes,
      ...office,
      ...kinds,
      ...['acceptInvitation', 'beginMembership', '0'.repeat(64)],
    ])
  }

  it('leads from no report to who sent it', () => {
    expect(reports.size).toBe(8)
    const found = [...reports].map(([openid, id]) => [
      openid,
      wayBetween(all, id, personOf(openid), known()),
    ])
    expect(found.filter(([, way]) => way !== null)).toEqual([])
  })

  it('is one in which this reader does find what is joined', () => {
    const joined = (row: object) =>
      new Map([...all, ['rows', [{ _id: 'a-row-that-joins', ...row }]]])
    const id = reports.get('openid-first')!
    const personId = personOf('openid-first')
    const audited = all
      .get('auditEvents')!
      .find(({ thingId, event }) => thingId === id && event === 'admit')!
    const rows = [
      { personId, feedbackId: id },
      { personId, at: (audited.at as number) + minute },
      { personId, path: `uploads/${String(audited.hash)}.jpg` },
    ]
    for (const row of rows) expect(wayBetween(joined(row), id, personId, known())).not.toBeNull()
  })

  it('names no reporter in a digest that anybody can make', () => {
    const digests = new Set([...all.values()].flatMap((docs) => docs.map(({ _id }) => _id)))
    const labels = ['notice', 'reporter', 'file', 'files', 'look', 'message', 'call', 'reminder']
    for (const [openid, id] of reports) {
      const personId = personOf(openid)
      const told = ['answerReady', 'answerExtended', 'feedbackDeclined', 'secondAnswerReady']
      const outboxIds = told.flatMap((notice) =>
        ['decline', 'extend', 'answer 1', 'answer 2'].flatMap((node) =>
          [personId, 'reporters'].map((to) => digestOf(notice, 'feedback', id, node, to)),
        ),
      )
      const guesses = labels.flatMap((label) => [
        digestOf(label, personId),
        digestOf(label, id, personId),
        ...outboxIds.map((outboxId) => digestOf(label, outboxId, personId)),
        createHash('sha256').update(`${label} ${personId}`).digest('hex').slice(0, 32),
      ])
      expect(guesses.filter((guess) => digests.has(guess))).toEqual([])
    }
  })

  it('says of nobody in which village they live', () => {
    const villages = regions.filter(({ level }) => level === 'village')
    for (const { code } of villages)
      for (const { village } of all.get('people')!)
        expect(JSON.stringify(village)).not.toContain(code)
  })

  it('keeps the day of what a reporter does, and no millisecond', () => {
    const own = new Set(reports.values())
    const byReporter = ['submit', 'supplement', 'rate', 'withdraw', 'eraseReporter']
    const acts = all
      .get('auditEvents')!
      .filter(
        ({ thingId, event }) => own.has(thingId as string) && byReporter.includes(event as string),
      )
    expect(new Set(acts.map(({ event }) => event))).toEqual(
      new Set(['submit', 'supplement', 'rate', 'withdraw']),
    )
    for (const { event, at } of acts)
      expect([event, (at as number) % 86_400_000]).toEqual([event, 57_600_000])
    for (const name of ['people', 'files', 'feedbackOriginals', 'identityLooks', 'photoChecks'])
      for (const doc of all.get(name)!)
        expect(JSON.stringify(doc)).not.toMatch(/\b15\d{11}\b(?<!00000)/)
  })
})
