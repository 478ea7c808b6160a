import { createHash } from 'node:crypto'
import { makeCipher } from '@/cloudfunctions/_stores/cipher'
import type { Doc } from '@/cloudfunctions/_stores/document'
import { digestOf } from '@/cloudfunctions/_stores/messages/message-store'
import { startApp, type TestApp } from '../../support/app'
import { testEnvironment } from '../../support/environment'
import { buildOrganization, type Organization } from '../../support/organization'
import { admission, answerOf, as, fireTimer, newLookupHash, reportInput, uploadPhoto } from './desk'
import { dump, whereIs } from './dump'
import { openDatabase } from '../task/ledger'
import { jpegWith } from './pictures'

/** What a reporter would not have anybody read: searched for wherever it must not be. */
const sentinel = {
  openid: 'openid-SENTINEL-reporter',
  words: 'SENTINEL-words 我家就在排口边',
  place: 'SENTINEL-place 三号门',
  phone: '0668-7654321',
  name: 'SENTINEL-陈某',
  photo: 'SENTINEL-photo 21.66N',
  supplement: 'SENTINEL-supplement',
  rating: 'SENTINEL-rating',
} as const

const cipher = makeCipher(testEnvironment.IDENTITY_KEYS)
const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex')

const mediaCheck = (trace_id: string, suggest: string) => ({
  MsgType: 'event',
  Event: 'wxa_media_check',
  trace_id,
  result: { suggest },
})

describe('who reported, and in which words', () => {
  let app: TestApp
  let people: Organization
  let reportId: string
  let clearedId: string
  let unclearedId: string
  let personId: string
  const logged: string[] = []
  /** Every reply that anybody but intake and the reporter was given. */
  const handed: string[] = []

  const staff = (name: keyof Organization) => {
    const { ok } = as(app, people[name])
    return async (...args: Parameters<typeof ok>) => {
      const reply = await ok(...args)
      handed.push(JSON.stringify(reply))
      return reply
    }
  }

  beforeAll(async () => {
    process.env.SHOW_LOGS = '1'
    jest.spyOn(process.stderr, 'write').mockImplementation((line) => {
      logged.push(String(line))
      return true
    })
    app = await startApp()
    people = await buildOrganization(app)
    const bytes = jpegWith(sentinel.photo)
    clearedId = await uploadPhoto(app, sentinel.openid, { bytes })
    unclearedId = await uploadPhoto(app, sentinel.openid, { bytes })
    const report = await app.ok(
      sentinel.openid,
      'feedback.submit',
      reportInput({
        words: sentinel.words,
        place: sentinel.place,
        contactName: sentinel.name,
        contactPhone: sentinel.phone,
        photoIds: [clearedId, unclearedId],
      }),
    )
    reportId = report.id
    await as(app, people.intake).ok('feedback.openOriginal', {
      feedbackId: reportId,
      reason: '受理',
    })
    await as(app, people.intake).ok(
      'feedback.admit',
      admission(reportId, { clearedPhotoIds: [clearedId] }),
    )
    const assign = { feedbackId: reportId, unitId: people.farmingStaff.unitId }
    await as(app, people.intake).ok('feedback.assign', assign)
    await app.ok(sentinel.openid, 'feedback.supplement', {
      feedbackId: reportId,
      words: sentinel.supplement,
      photoIds: [],
    })
    await staff('farmingStaff')('feedback.getHandled', { feedbackId: reportId })
    await staff('farmingStaff')('feedback.listDesk', {})
    await staff('farmingStaff')('feedback.submitAnswer', answerOf(reportId))
    await staff('coordinator')('feedback.releaseAnswer', { feedbackId: reportId })
    const rating = { feedbackId: reportId, rating: 'notDone' as const, words: sentinel.rating }
    await app.ok(sentinel.openid, 'feedback.rate', rating)
    for (const name of ['farmingColleague', 'coordinator', 'inspector', 'intake'] as const) {
      await staff(name)('feedback.getHandled', { feedbackId: reportId })
      await staff(name)('feedback.listDesk', {})
    }
    const all = await dump(app)
    const identity = all
      .get('identities')!
      .find(({ _id }) => _id === cipher.blind(`openid ${sentinel.openid}`))
    personId = identity?.personId as string
  })
  afterAll(async () => {
    await app.close()
    jest.restoreAllMocks()
    delete process.env.SHOW_LOGS
  })

  it('are in no reply to a handler, a coordinator or an inspector', () => {
    const all = handed.join('\n')
    expect(all).toContain('水渠水体发黑')
    for (const [what, text] of Object.entries(sentinel))
      expect([what, all.includes(text)]).toEqual([what, false])
    expect(all).not.toContain(personId)
    expect(all).not.toContain(unclearedId)
    expect(all).toContain(clearedId)
  })

  it('are in no log', () => {
    const all = logged.join('\n')
    expect(all).toContain('feedback.submit')
    for (const [what, text] of Object.entries(sentinel))
      expect([what, all.includes(text)]).toEqual([what, false])
    expect(all).not.toContain(personId)
  })

  it('stand in plain words nowhere in the database', async () => {
    const all = await dump(app)
    for (const [what, text] of Object.entries(sentinel))
      expect([what, whereIs(all, text)]).toEqual([what, []])
  })

  it('lead from the handlers’ half and from the audit to nobody', async () => {
    const all = await dump(app)
    expect(whereIs(all, personId)).not.toContain('feedback')
    expect(whereIs(all, personId)).not.toContain('auditEvents')
    expect(whereIs(all, personId)).not.toContain('feedbackOriginals')
    expect(whereIs(all, personId)).not.toContain('files')
  })

  it('are shown to intake, who is seen looking', async () => {
    const looked = await as(app, people.intake).ok('feedback.openOriginal', {
      feedbackId: reportId,
      reason: '核对地址',
    })
    expect(looked).toMatchObject({
      words: sentinel.words,
      place: sentinel.place,
      contactName: sentinel.name,
      contactPhone: sentinel.phone,
      supplements: [{ words: sentinel.supplement }],
      ratings: [{ rating: 'notDone', words: sentinel.rating }],
    })
    const all = await dump(app)
    const events = all.get('auditEvents')!.filter(({ thingId }) => thingId === reportId)
    expect(events.filter(({ event }) => event === 'openOriginal')).toHaveLength(2)
    expect(events.filter(({ note }) => note === '核对地址')).toHaveLength(1)
    expect(whereIs(all, sentinel.words)).toEqual([])
    const me = await app.ok(sentinel.openid, 'identity.whoAmI', {})
    expect(me.identityLooks).toBe(2)
    const looks = await app.ok(sentinel.openid, 'identity.listLooks', {})
    expect(looks.items.map(({ reason }) => reason)).toEqual(['核对地址', '受理'])
  })

  it('are opened by no other role, and an attempt is no look', async () => {
    const look = { feedbackId: reportId, reason: '想知道' }
    for (const name of ['coordinator', 'farmingStaff', 'inspector'] as const)
      expect(await as(app, people[name]).refusal('feedback.openOriginal', look)).toBe('ACCESS.ROLE')
    for (const name of ['administrator', 'cityLeader'] as const)
      expect(await as(app, people[name]).refusal('feedback.openOriginal', look)).toBe(
        'THING.NOT_FOUND',
      )
    const all = await dump(app)
    expect(whereIs(all, '想知道')).toEqual([])
  })

  it('flag the report for intake where WeChat finds something, and refuse nothing', async () => {
    const flagOf = async (words: string) => {
      const { id } = await app.ok('openid-flagged', 'feedback.submit', reportInput({ words }))
      const look = { feedbackId: id, reason: '受理' }
      return (await as(app, people.intake).ok('feedback.openOriginal', look)).contentFlag
    }
    expect(await flagOf('平常的话')).toBeNull()
    expect(await flagOf('#review# 的话')).toBe('review')
    expect(await flagOf('#risky# 的话')).toBe('risky')
  })

  it('flag a report for intake when WeChat finds something in a photo later', async () => {
    const openid = 'openid-photo-flagged'
    const before = new Set((await dump(app)).get('photoChecks')!.map(({ _id }) => _id))
    const photoId = await uploadPhoto(app, openid)
    const waiting = (await dump(app)).get('photoChecks')!.filter(({ _id }) => !before.has(_id))
    expect(waiting).toMatchObject([{ fileId: photoId }])
    const { id } = await app.ok(openid, 'feedback.submit', reportInput({ photoIds: [photoId] }))
    const flag = async () =>
      (await as(app, people.intake).ok('feedback.openOriginal', { feedbackId: id, reason: '受理' }))
        .contentFlag
    // Nobody has looked at the photo yet: that is not a photo that passed.
    expect(await flag()).toBe('unchecked')
    // WeChat's trace id is kept as a digest: the check is put back under one that is known here.
    await openDatabase(app).put('photoChecks', {
      _id: digestOf('photo check', 'trace-1'),
      fileId: photoId,
      at: app.clock.now(),
    })
    const push = (trace_id: string, suggest: string) =>
      app.push('feedback', mediaCheck(trace_id, suggest))
    // The same from a person, or in nobody's name from anybody but the platform, is only an unknown action.
    await app.raw(openid, 'feedback', mediaCheck('trace-1', 'risky'))
    await openDatabase(app).cloud.callFunction({
      name: 'feedback',
      data: mediaCheck('trace-1', 'risky'),
    })
    await push('trace-nobody-knows', 'risky')
    expect(await flag()).toBe('unchecked')
    await push('trace-1', 'risky')
    expect(await flag()).toBe('risky')
    await push('trace-1', 'pass')
    expect(await flag()).toBe('risky')
  })

  describe('of a report that is withdrawn', () => {
    it('are erased, and what nobody cleared with them', async () => {
      const openid = 'openid-withdrawing'
      const lookupHash = newLookupHash()
      const kept = await uploadPhoto(app, openid)
      const gone = await uploadPhoto(app, openid)
      const { id } = await app.ok(
        openid,
        'feedback.submit',
        reportInput({ words: sentinel.words, photoIds: [kept, gone], lookupHash }),
      )
      await as(app, people.intake).ok('feedback.openOriginal', { feedbackId: id, reason: '受理' })
      await as(app, people.intake).ok('feedback.admit', admission(id, { clearedPhotoIds: [kept] }))
      const withdrawn = await app.ok(openid, 'feedback.withdraw', { feedbackId: id })
      expect(withdrawn).toEqual({ id, state: 'withdrawn', events: [] })

      const all = await dump(app)
      const original = all.get('feedbackOriginals')!.find(({ _id }) => _id === id)
      expect(original).toMatchObject({ sealed: null, reporterKey: null })
      // A kept reply and a check under way may name the path under which nothing lies any more.
      const named = whereIs(all, gone).filter(
        (name) => name !== 'replies' && name !== 'photoChecks',
      )
      expect(named).toEqual([])
      const record = all.get('files')!.find(({ fileId }) => fileId === kept)
      expect(record?.ownerKey).toBeNull()
      expect(all.get('identityLooks')!.filter(({ feedbackId }) => feedbackId === id)).toEqual([])
      expect((await app.ok(openid, 'feedback.listMine', {})).items).toEqual([])
      const seen = await as(app, people.intake).ok('feedback.getHandled', { feedbackId: id })
      expect(seen).toMatchObject({ state: 'withdrawn', photos: [{ fileId: kept }] })
      const look = { feedbackId: id, reason: '再看' }
      expect(await as(app, people.intake).refusal('feedback.openOriginal', look)).toBe(
        'THING.NOT_FOUND',
      )
      const byCode = await app.ok(null, 'feedback.lookUp', { lookupHash })
      expect(byCode).toMatchObject({ state: 'withdrawn', words: '', photos: [] })
      expect(byCode.nodes.map(({ event }) => event)).toEqual(['submitted', 'admitted', 'withdrawn'])
    })
  })
})

describe('an anonymous report', () => {
  let app: TestApp
  let people: Organization
  const known = 'openid-known-person'
  const logged: string[] = []

  beforeAll(async () => {
    process.env.SHOW_LOGS = '1'
    jest.spyOn(process.stderr, 'write').mockImplementation((line) => {
      logged.push(String(line))
      return true
    })
    app = await startApp()
    people = await buildOrganization(app)
    // Somebody with an account, so that there are digests to search for.
    await app.ok(known, 'feedback.submit', reportInput())
  })
  afterAll(async () => {
    await app.close()
    jest.restoreAllMocks()
    delete process.env.SHOW_LOGS
  })

  const idsOf = (all: Map<string, Doc[]>, collection: string) =>
    all.get(collection)!.map(({ _id }) => _id)

  it('leaves nothing of the person anywhere: no id, no openid, no digest, no hash of the photo', async () => {
    const before = await dump(app)
    const personId = before
      .get('identities')!
      .find(({ _id }) => _id === cipher.blind(`openid ${known}`))!.personId as string
    logged.length = 0
    const lookupHash = newLookupHash()
    const bytes = jpegWith(sentinel.photo)
    const photoId = await uploadPhoto(app, known, { anonymous: true, bytes })
    const input = reportInput({ protection: 'anonymous', photoIds: [photoId], lookupHash })
    const { id } = await app.ok(known, 'feedback.submit', input)
    const later = await uploadPhoto(app, known, { anonymous: true, bytes })
    const claim = { feedbackId: id, lookupHash }
    await app.ok(known, 'feedback.supplement', { ...claim, words: '又排了', photoIds: [later] })
    await as(app, people.intake).ok('feedback.openOriginal', { feedbackId: id, reason: '受理' })
    await as(app, people.intake).ok('feedback.admit', admission(id, { clearedPhotoIds: [photoId] }))
    const assign = { feedbackId: id, unitId: people.farmingStaff.unitId }
    await as(app, people.intake).ok('feedback.assign', assign)
    await as(app, people.farmingStaff).ok('feedback.submitAnswer', answerOf(id))
    await as(app, people.coordinator).ok('feedback.releaseAnswer', { feedbackId: id })
    expect((await app.ok(known, 'feedback.lookUp', { lookupHash })).events).toEqual(['rate'])
    await app.ok(known, 'feedback.rate', { ...claim, rating: 'done', words: '' })

    const after = await dump(app)
    const added = new Map(
      [...after].map(([name, docs]) => {
        const old = new Set(before.get(name)!.map((doc) => JSON.stringify(doc)))
        return [name, docs.filter((doc) => !old.has(JSON.stringify(doc)))] as const
      }),
    )
    expect(added.get('feedback')).toHaveLength(1)
    expect(added.get('files')).toHaveLength(2)

    const link = (await app.ok(known, 'feedback.lookUp', { lookupHash })).photos[0]!.url
    const stored = Buffer.from(await (await fetch(link)).arrayBuffer())
    expect(stored.includes(sentinel.photo)).toBe(false)
    const forbidden = {
      openid: known,
      person: personId,
      account: cipher.blind(`openid ${known}`),
      reporter: cipher.blind(`reporter ${personId}`),
      owner: cipher.blind(`files ${personId}`),
      audit: cipher.blind(`${id} ${personId}`),
      openidHash: sha256(known),
      personHash: sha256(personId),
      lookup: lookupHash,
      photoHash: sha256(stored),
      uploadHash: sha256(bytes),
    }
    for (const [what, text] of Object.entries(forbidden))
      expect([what, whereIs(added, text)]).toEqual([what, []])
    for (const text of Object.values(forbidden)) expect(logged.join('\n')).not.toContain(text)
    expect(logged.join('\n')).toContain('feedback.submit')
    const audit = added.get('auditEvents')!.filter(({ thingId }) => thingId === id)
    expect(audit.find(({ event }) => event === 'submit')?.by).toBeNull()
    expect(audit.find(({ event }) => event === 'rate')?.by).toBeNull()
    expect(added.get('identityLooks')).toEqual([])
    const told = () => dump(app).then((all) => all.get('messages')!.length)
    const toldBefore = await told()
    await fireTimer(app, 'notifier')
    expect(await told()).toBe(toldBefore)
    expect(added.get('photoChecks')).toEqual([])
    expect((await app.ok(known, 'feedback.listMine', {})).items).toHaveLength(1)
  })

  it('makes no account for somebody who only ever reports anonymously', async () => {
    const before = await dump(app)
    const openid = 'openid-never-seen-before'
    await app.ok(openid, 'feedback.submit', reportInput({ protection: 'anonymous' }))
    const after = await dump(app)
    for (const collection of ['people', 'identities', 'consents', 'memberships'])
      expect(idsOf(after, collection)).toEqual(idsOf(before, collection))
    expect(whereIs(after, openid)).toEqual([])
  })

  it('is taken with the same key twice as one', async () => {
    const input = reportInput({ protection: 'anonymous' })
    const first = await app.ok(known, 'feedback.submit', input, { key: 'anonymous-key' })
    const second = await app.ok('openid-other-phone', 'feedback.submit', input, {
      key: 'anonymous-key',
    })
    expect(second.id).toBe(first.id)
  })

  it('hides a village officer’s office too', async () => {
    const input = reportInput({ protection: 'anonymous' })
    const { id } = await as(app, people.villageOfficer).ok('feedback.submit', input)
    const row = await as(app, people.intake).ok('feedback.getHandled', { feedbackId: id })
    expect(row.origin).toBe('resident')
  })

  it('takes no name or phone beside it', async () => {
    const input = reportInput({ protection: 'anonymous', contactPhone: '13800000000' })
    expect(await app.refusal(known, 'feedback.submit', input)).toBe('INPUT.INVALID')
  })

  it('opens to its code only', async () => {
    const lookupHash = newLookupHash()
    const input = reportInput({ protection: 'anonymous', lookupHash })
    const { id } = await app.ok(known, 'feedback.submit', input)
    expect(await app.refusal(known, 'feedback.get', { feedbackId: id })).toBe('THING.NOT_FOUND')
    expect((await app.ok('openid-other-phone', 'feedback.lookUp', { lookupHash })).id).toBe(id)
  })
})
