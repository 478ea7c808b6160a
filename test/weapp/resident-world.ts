import path from 'node:path'
import { plainJpeg } from '@/test/functions/feedback/pictures'
import { type TestApp, startApp } from '@/test/support/app'
import { buildOrganization, type Organization } from '@/test/support/organization'
import { bridgeTo } from './bridge'
import { openMiniProgram, type OpenOptions } from './simulator/open-mini-program'
import type { RunningMiniProgram } from './simulator/running-mini-program'

const dist = path.resolve(__dirname, '../../dist/weapp')

export const wordsBox = '哪里、发生了什么？'

/** Residents with the compiled mini-program in hand, before the functions of one test file. */
export const residentWorld = (name: string) => {
  let cloud: TestApp
  let organization: Organization
  let residents = 0
  beforeAll(async () => {
    cloud = await startApp()
    organization = await buildOrganization(cloud)
  })
  afterAll(() => cloud.close())

  return {
    get cloud() {
      return cloud
    },
    get organization() {
      return organization
    },
    newResident: () => `openid-${name}-${++residents}`,
    reportsOf: async (openid: string) => (await cloud.ok(openid, 'feedback.listMine', {})).items,
    open: (openid: string, more: Partial<OpenOptions> = {}) =>
      openMiniProgram({ dist, bridge: bridgeTo(cloud, openid), ...more }),
  }
}

/** From the home page to a form with words and photos in it. */
export const fillInReport = async (
  app: RunningMiniProgram,
  words: string,
  photos = 1,
): Promise<void> => {
  await app.waitFor('反映环境问题')
  await app.tap('反映环境问题')
  await app.waitFor(() => app.page.route === 'pages/report/index')
  await app.type(wordsBox, words)
  app.person.photos = Array.from({ length: photos }, () => plainJpeg)
  await app.tap('选照片')
  await app.waitFor(() => app.has(`第${photos}张照片`))
}

/** 上塘村, through the sheet of places. */
export const chooseVillage = async (app: RunningMiniProgram): Promise<void> => {
  await app.tap('在哪里')
  for (const place of ['茂南区', '石湖镇', '上塘村']) {
    await app.waitFor(place)
    await app.tap(place)
  }
  await app.waitFor('茂南区石湖镇上塘村')
}
