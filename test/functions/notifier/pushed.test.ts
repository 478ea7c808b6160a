import { buildOrganization } from '../../support/organization'
import { startApp, type TestApp } from '../../support/app'
import { testEnvironment } from '../../support/environment'
import { eventually } from '../../support/eventually'
import { jpegWith } from '../feedback/pictures'
import { dump } from '../feedback/dump'
import { uploadPhoto } from '../feedback/desk'
import { openEngine } from './engine'

describe('what WeChat pushes, in the name of the person it tells of', () => {
  let app: TestApp

  const local = async (path: string, body: unknown): Promise<void> => {
    const response = await fetch(`${app.origin}/_local/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(response.status).toBe(200)
  }

  beforeAll(async () => {
    app = await startApp({ pushed: true })
    await buildOrganization(app)
  })
  afterAll(() => app.close())

  test('a template that is switched off in WeChat has no consent left', async () => {
    await app.ok('openid-resident', 'identity.setVillage', { regionCode: '440902101201' })
    const engine = openEngine(app)
    await engine.allow('openid-resident', 'answerReady', 2)
    await local('wechat/settings', {
      openid: 'openid-resident',
      templateIds: [testEnvironment.TEMPLATE_ANSWER_READY],
      outcome: 'reject',
    })
    const left = () => engine.left('openid-resident', 'answerReady')
    expect(await eventually(left, 0)).toBe(0)
  })

  test('the verdict on a photo is noted beside it', async () => {
    const photoId = await uploadPhoto(app, 'openid-reporter', { bytes: jpegWith('21.66N') })
    await app.clock.jump(app.clock.now() + 60_000)
    const verdict = async () => {
      const records = (await dump(app)).get('files') ?? []
      return records.find(({ fileId }) => fileId === photoId)?.verdict
    }
    expect(await eventually(verdict, 'pass')).toBe('pass')
  })
})
