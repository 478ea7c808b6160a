import type { ActionInput } from '@/contract/actions'
import { type Organization } from '../../support/organization'
import { jpegWith, plainPng } from '../feedback/pictures'
import { inPlace, rework } from './close-out'
import { uploadsIn } from './uploads'
import { openTaskWorld, type TaskWorld } from './task-world'

/** 现场核查: photos and the second's hand on the first one's phone, sent when there is a network. */

let app: TaskWorld['app']
let organization: TaskWorld['organization']
let as: TaskWorld['as']
let cases: TaskWorld['cases']
let upload: ReturnType<typeof uploadsIn>['upload']

beforeAll(async () => {
  ;({ app, organization, as, cases } = await openTaskWorld())
  ;({ upload } = uploadsIn(app, as))
})
afterAll(() => app.close())

type Verify = ActionInput<'task.verify'>

const colleague = (signatureId?: string) => ({
  membershipId: organization.farmingColleague.actAs,
  ...(signatureId && { signatureId }),
})

const withPhotos = (check: Verify, photoIds: string[]): Verify => ({
  ...check,
  measures: check.measures.map((measure, place) =>
    place === 0 ? { ...measure, photoIds } : measure,
  ),
})

const filesOf = (who: keyof Organization, taskId: string, cycle = 1) =>
  as.ok(who, 'task.listCheckFiles', { taskId, cycle, level: 'county' })

const checkOf = async (taskId: string) =>
  (await as.ok('coordinator', 'task.get', { taskId })).closeOut?.cycles[0]?.checks[0]

describe('what was seen on site', () => {
  it('stands with the step: photos by measure, the second’s hand, the day they looked', async () => {
    const taskId = await cases.asked('on-site')
    const photo = await upload('farmingStaff', taskId, jpegWith('here'), '现场.jpg')
    const signature = await upload('farmingStaff', taskId, plainPng, '签名.png')
    const check = withPhotos(inPlace(taskId, 'county', colleague(signature)), [photo])
    await as.ok('farmingStaff', 'task.verify', { ...check, cycle: 1, seenOn: '2019-11-18' })
    expect(await checkOf(taskId)).toMatchObject({
      seenOn: '2019-11-18',
      measures: [{ photos: 1 }, { photos: 0 }],
      checkers: [
        { confirmedOn: '2019-11-18', signed: false },
        { confirmedOn: null, signed: true },
      ],
    })
    const { items } = await filesOf('farmingColleague', taskId)
    expect(items.map(({ measureId }) => measureId)).toEqual(['m1', null])
    const bytes = Buffer.from(await (await fetch(items[0]!.url ?? '')).arrayBuffer())
    expect(bytes.includes('here')).toBe(false)
    expect(
      await as.refusal('enterprise', 'task.listCheckFiles', { taskId, cycle: 1, level: 'county' }),
    ).toMatch(/^(ACCESS|THING)\./)
  })

  it('stays in the case, as what counts no more, where the second says that they were not there', async () => {
    const taskId = await cases.asked('on-site-denied')
    const photo = await upload('farmingStaff', taskId, jpegWith('denied'), '现场.jpg')
    const check = withPhotos(inPlace(taskId, 'county', colleague()), [photo])
    await as.ok('farmingStaff', 'task.verify', check)
    await as.ok('farmingColleague', 'task.denyCheck', { taskId, reason: '那天没有去' })
    expect(await checkOf(taskId)).toBeUndefined()
    const { evidence } = await as.ok('coordinator', 'papers.getCaseFile', { taskId })
    expect(evidence.filter(({ use }) => use === 'check')).toMatchObject([
      { name: '现场.jpg', former: true },
    ])
  })

  it('names a standard that is in dispute, with who fixes it', async () => {
    const taskId = await cases.asked('on-site-dispute')
    const dispute = { standard: '出水按一级A还是一级B', fixedBy: '市生态环境局' }
    const check = { ...inPlace(taskId, 'county', colleague()), dispute }
    const nameless = { ...check, dispute: { ...dispute, fixedBy: ' ' } }
    expect(await as.refusal('farmingStaff', 'task.verify', nameless)).toMatch(/^INPUT\./)
    await as.ok('farmingStaff', 'task.verify', check)
    expect(await checkOf(taskId)).toMatchObject({
      passed: true,
      dispute: { ...dispute, why: null },
    })
  })

  it('says why it is in dispute, of a form that asks for it', async () => {
    const taskId = await cases.asked('on-site-dispute-why')
    const dispute = { standard: '一级A还是一级B', fixedBy: '市生态环境局', why: '环评只写了一级' }
    const check = { ...inPlace(taskId, 'county', colleague()), dispute }
    await as.ok('farmingStaff', 'task.verify', check)
    expect((await checkOf(taskId))?.dispute).toEqual(dispute)
  })

  it('is taken once of a form that arrives twice', async () => {
    const taskId = await cases.asked('on-site-twice')
    const { openid, actAs } = organization.farmingStaff
    const photo = await upload('farmingStaff', taskId, jpegWith('x'), '现场.jpg')
    const check = withPhotos(inPlace(taskId, 'county', colleague()), [photo])
    const key = 'f'.repeat(32)
    const send = () => app.call(openid, 'task.verify', check, { actAs, key })
    const data = { id: taskId, state: 'verifying' }
    expect(await send()).toMatchObject({ ok: true, data })
    expect(await send()).toMatchObject({ ok: true, data })
    expect((await checkOf(taskId))?.measures[0]?.photos).toBe(1)
  })

  it('is told apart when others have decided the step in the meantime', async () => {
    const taskId = await cases.asked('on-site-late')
    const late = { ...inPlace(taskId, 'county', colleague()), cycle: 1 }
    await as.ok('farmingColleague', 'task.verify', inPlace(taskId, 'county'))
    expect(await as.refusal('farmingStaff', 'task.verify', late)).toBe('TASK.STEP_DECIDED')
    // Photos of it can still go up: the refusal is of the step, not of a file.
    await upload('farmingStaff', taskId, jpegWith('x'), '现场.jpg')

    await as.ok('coordinator', 'task.returnForRework', { taskId, ...rework })
    expect(await as.refusal('farmingStaff', 'task.verify', late)).toBe('TASK.STEP_DECIDED')
    const report = { words: '已接通', paperNumber: '茂建函〔2019〕9号', on: '2019-11-18' }
    for (const partId of ['demand.2.0', 'measure.m1.housing'])
      await as.ok('housingStaff', 'task.reportDone', { taskId, partId, ...report })
    await cases.ask(taskId)
    // Due again in a new cycle: what was seen in the earlier one counts for nothing.
    expect(await as.refusal('farmingStaff', 'task.verify', late)).toBe('TASK.STEP_DECIDED')
    await as.ok('farmingStaff', 'task.verify', { ...late, cycle: 2 })
  })

  it('is refused with a day ahead or before the request, and with a photo of elsewhere', async () => {
    const [taskId, other] = [await cases.asked('on-site-bad'), await cases.asked('on-site-other')]
    const check = inPlace(taskId, 'county', colleague())
    const refusal = (change: object) =>
      as.refusal('farmingStaff', 'task.verify', { ...check, ...change })
    expect(await refusal({ seenOn: '2019-11-19' })).toBe('TASK.DATE_AHEAD')
    expect(await refusal({ seenOn: '2019-11-17' })).toBe('TASK.DATE_BEFORE_DEMAND')
    const elsewhere = await upload('farmingStaff', other, jpegWith('x'), '现场.jpg')
    expect(await refusal(withPhotos(check, [elsewhere]))).toBe('FILE.MISSING')
    expect(await refusal({ others: [colleague(elsewhere)] })).toBe('FILE.MISSING')
    // Evidence of the unit that did the work is not what was seen on site.
    const own = await upload('housingStaff', taskId, jpegWith('x'), '整改后.jpg')
    expect(await refusal(withPhotos(check, [own]))).toBe('FILE.MISSING')
    expect(
      await as.refusal('publisher', 'task.prepareUpload', {
        taskId,
        files: [{ fileName: 'a.jpg', size: 10 }],
      }),
    ).toMatch(/^ACCESS\./)
  })
})
