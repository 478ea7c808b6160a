import type { Browser } from 'playwright-core'
import { type Demonstration, startDemonstration } from '../support/demonstration'
import { openBrowser } from './support/browser'
import { Person } from './support/person'
import { type Persona, personaAt } from './support/persona'

jest.setTimeout(240_000)

/** 现场拍照 with the browser's own camera, which shows a test picture here. */
describe('the page with its own camera in a browser', () => {
  let demonstration: Demonstration
  let browser: Browser
  let staff: Persona
  let person: Person

  beforeAll(async () => {
    demonstration = await startDemonstration()
    browser = await openBrowser([
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ])
    staff = await personaAt(browser, demonstration.origin, 'demo-dianbai-staff')
    person = new Person(staff.page, demonstration.origin)
  })
  afterAll(async () => {
    await staff?.close()
    await browser?.close()
    await demonstration?.close()
  })

  /** The form of a part that this unit owes. */
  const openForm = async (): Promise<{ taskId: string; partId: string }> => {
    const todo = await staff.call('notifier.listTodo', {})
    for (const { thing, thingId: taskId } of todo?.items ?? []) {
      const task = thing === 'task' ? await staff.call('task.get', { taskId }) : null
      const part = task?.parts.find(({ events }) => events.includes('reportDone'))
      if (!part) continue
      await staff.goes(`subpackages/unit/task/index?id=${taskId}`)
      await staff.page.getByLabel(`报完成：${part.text}`).filter({ visible: true }).first().click()
      return { taskId, partId: part.id }
    }
    throw new Error('the demonstration has nothing to report done')
  }

  const shoot = async () => {
    await person.taps('现场拍')
    await person.reads(/照片上写明时间和地点/)
    await staff.page.waitForFunction(
      () => (document.querySelector<HTMLVideoElement>('#site-camera video')?.videoWidth ?? 0) > 0,
    )
    await person.presses('拍照')
    await staff.page.getByLabel('第1张照片').filter({ visible: true }).first().waitFor()
  }

  const send = async (part: { taskId: string; partId: string }) => {
    await person.types('做了什么', '管道已接通')
    // The plan names a photo and a number.
    await person.types('文号', '茂电函〔2019〕3号')
    await person.presses('报完成')
    await person.reads(/已报完成/)
    return (await staff.call('task.listEvidence', part))?.items
  }

  it('takes a photo with place and time and hands it in, marked by the server', async () => {
    const context = staff.page.context()
    await context.grantPermissions(['geolocation'], { origin: demonstration.origin })
    await context.setGeolocation({ latitude: 21.6631, longitude: 110.9252 })
    const part = await openForm()
    await shoot()
    expect(await send(part)).toMatchObject([
      { use: 'after', type: 'jpg', camera: { timeAgrees: true, hasPlace: true } },
    ])
    expect(staff.faults).toEqual([])
  })

  it('takes it all the same where the place is refused', async () => {
    await staff.page.context().clearPermissions()
    const part = await openForm()
    await shoot()
    expect(await send(part)).toMatchObject([{ camera: { timeAgrees: true, hasPlace: false } }])
  })
})
