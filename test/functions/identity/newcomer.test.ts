import { randomUUID } from 'node:crypto'
import type { ActionInput, ActionName } from '@/contract/actions'
import { startApp, type TestApp } from '../../support/app'
import { administratorOpenid } from '../../support/environment'
import { buildOrganization, type Organization } from '../../support/organization'
import { contentOf, differences } from '../every-action/content'
import { reportInput } from '../feedback/desk'
import { dump } from '../feedback/dump'
import { plainJpeg } from '../feedback/pictures'

/** An account stands in the transaction of the first thing that somebody does, or nowhere. */

let app: TestApp
let organization: Organization

beforeAll(async () => {
  app = await startApp()
  organization = await buildOrganization(app)
})
afterAll(() => app.close())

const of = <N extends ActionName>(action: N, input: ActionInput<N>) => ({ action, input })
const mine = { feedbackId: 'no-such-thing' }
const village = '440902101201'
const photo = { files: [{ type: 'image/jpeg', size: plainJpeg.length }], anonymous: false }

const refused = [
  of('identity.setVillage', { regionCode: '440999999999' }),
  of('identity.acceptInvitation', { code: 'ABCDEFGHJK' }),
  of('feedback.prepareUpload', { ...photo, files: [{ type: 'image/tiff', size: 10 }] }),
  of('feedback.confirmUpload', { fileId: 'incoming/feedback/none.jpg', anonymous: false }),
  of('feedback.submit', reportInput({ regionCode: '440999999999' })),
  of('feedback.supplement', { ...mine, words: '还在排', photoIds: [] }),
  of('feedback.withdraw', mine),
  of('feedback.rate', { ...mine, rating: 'done', words: '' }),
  of('opinion.giveOwn', { taskId: 'no-such-thing', satisfaction: 'satisfied', words: '好' }),
]

describe('a newcomer whose write is refused', () => {
  it.each(refused)('leaves nothing: $action', async ({ action, input }) => {
    const before = await contentOf(app)
    const reply = await app.call(`openid-${randomUUID()}`, action, input)
    expect(reply.ok).toBe(false)
    expect(Object.fromEntries(differences(before, await contentOf(app)))).toEqual({})
  })
})

const countOf = async (collection: string): Promise<number> =>
  (await dump(app, [collection])).get(collection)!.length
const accounts = async () => [await countOf('people'), await countOf('identities')]

describe('a newcomer who does something', () => {
  it.each([
    of('identity.setVillage', { regionCode: village }),
    of('feedback.prepareUpload', photo),
    of('feedback.submit', reportInput({ regionCode: village })),
  ])('has an account with it: $action', async ({ action, input }) => {
    const [people, identities] = await accounts()
    await app.ok(`openid-${action}`, action, input)
    expect(await accounts()).toEqual([people! + 1, identities! + 1])
    await app.ok(`openid-${action}`, 'identity.setVillage', { regionCode: village })
    expect(await accounts()).toEqual([people! + 1, identities! + 1])
  })

  it('may do it twice at once: one account, done once, the same answer', async () => {
    const invitation = {
      role: 'unitStaff',
      unitKey: 'water',
      regionCode: '440900',
      name: '新人',
    } as const
    const as = { actAs: organization.administrator.actAs }
    const { code } = await app.ok(administratorOpenid, 'identity.invite', invitation, as)
    const [people, identities] = await accounts()
    const key = randomUUID()
    const accept = () => app.ok('openid-twice', 'identity.acceptInvitation', { code }, { key })
    const [one, two] = await Promise.all([accept(), accept()])
    expect(two).toEqual(one)
    expect(await accounts()).toEqual([people! + 1, identities! + 1])
  })

  it('may do two things at once: one account', async () => {
    const [people, identities] = await accounts()
    await Promise.all([
      app.ok('openid-both', 'identity.setVillage', { regionCode: village }),
      app.ok('openid-both', 'feedback.prepareUpload', photo),
    ])
    expect(await accounts()).toEqual([people! + 1, identities! + 1])
    const { village: own } = await app.ok('openid-both', 'identity.whoAmI', {})
    expect(own?.name).toBe('上塘村')
  })
})

describe('a photo that is confirmed twice', () => {
  it.each([
    ['one after the other', false],
    ['at once', true],
  ])('is shown to WeChat once: %s', async (_how, atOnce) => {
    const openid = 'openid-photographer'
    const { targets } = await app.ok(openid, 'feedback.prepareUpload', photo)
    const [target] = targets
    await app.put(target!, plainJpeg)
    const before = await countOf('photoChecks')
    const input = { fileId: target!.fileId, anonymous: false }
    const confirm = () => app.ok(openid, 'feedback.confirmUpload', input)
    const answers = atOnce
      ? await Promise.all([confirm(), confirm()])
      : [await confirm(), await confirm()]
    expect(answers[1]!.fileId).toBe(answers[0]!.fileId)
    expect(await countOf('photoChecks')).toBe(before + 1)
  })
})
