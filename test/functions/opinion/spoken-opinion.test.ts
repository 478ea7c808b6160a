import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, type Organization } from '../../support/organization'
import { fileRecordId } from '@/cloudfunctions/_stores/file-record-store'
import { openDatabase } from '../task/ledger'
import { doneAll, standardWords, twoSteps } from '../task/close-out'
import { villageIn } from './village'

/** Who cannot type says it: a voice note beside the opinion, for whoever may read its words. */

let app: TestApp
let people: Organization
let village: Awaited<ReturnType<typeof villageIn>>

beforeAll(async () => {
  app = await startApp()
  people = await buildOrganization(app)
  village = await villageIn(app, people)
})
afterAll(() => app.close())

const soundOf = (tone: number) =>
  Buffer.concat([Buffer.from([0xff, 0xf1]), Buffer.alloc(200, tone)])

const record = async (openid: string, tone = 1): Promise<string> => {
  const sound = soundOf(tone)
  const { targets } = await app.ok(openid, 'feedback.prepareUpload', {
    files: [{ type: 'audio/aac', size: sound.length }],
    anonymous: false,
  })
  await app.put(targets[0]!, sound)
  const confirm = { fileId: targets[0]!.fileId, anonymous: false }
  return (await app.ok(openid, 'feedback.confirmUpload', confirm)).fileId
}

const said = { satisfaction: 'unsatisfied' as const, words: '' }

/** Close-out was asked for: intake summarizes. */
const toSummarize = async (taskId: string): Promise<string> => {
  const { as } = village
  await doneAll((input) => as.ok('housingStaff', 'task.reportDone', input), taskId, 'housing')
  await as.ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
  const signed = { taskId, standards: standardWords, signOffNumber: null }
  await as.ok('housingLeader', 'task.selfCheck', signed)
  await as.ok('housingStaff', 'task.requestCloseOut', { taskId, reportNumber: '1号' })
  return (await as.ok('intake', 'opinion.listAsked', { taskId })).summaryId!
}

it('is heard by who said it and by intake, after a recorded look, and by nobody else', async () => {
  const taskId = await village.asked('spoken')
  const openid = await village.villager('openid-spoken')
  const recordingId = await record(openid)
  await app.ok(openid, 'opinion.giveOwn', { taskId, ...said, recordingId })
  const { mine } = await app.ok(openid, 'opinion.getOwn', { taskId })
  expect(mine).toMatchObject({ words: '', recording: { fileId: recordingId } })

  const summaryId = await toSummarize(taskId)
  const { items, digest } = await village.as.ok('intake', 'opinion.openWords', { summaryId })
  const [item] = items
  expect(item!.recording!.fileId).toBe(recordingId)
  const heard = Buffer.from(await (await fetch(item!.recording!.url)).arrayBuffer())
  expect(heard).toEqual(soundOf(1))

  const matters = [{ side: 'residents' as const, words: '雨天有味' }]
  const summary = { summaryId, digest, words: '有人说雨天有味', matters }
  await village.as.ok('intake', 'opinion.summarize', summary)
  for (const who of ['housingStaff', 'coordinator'] as const) {
    const shown = JSON.stringify([
      await village.as.ok(who, 'opinion.getSummary', { summaryId }),
      await village.as.ok(who, 'opinion.listAsked', { taskId }),
      await village.as.ok(who, 'task.get', { taskId }),
    ])
    expect(shown).not.toContain(recordingId)
  }
  expect(await village.as.refusal('housingStaff', 'opinion.openWords', { summaryId })).toBe(
    'ACCESS.ROLE',
  )
})

it('stays when it is named again, and is nobody’s once another takes its place', async () => {
  const taskId = await village.asked('spoken-again')
  const openid = await village.villager('openid-spoken-again')
  const first = await record(openid)
  await app.ok(openid, 'opinion.giveOwn', { taskId, ...said, recordingId: first })
  await app.ok(openid, 'opinion.giveOwn', { taskId, ...said, words: '臭', recordingId: first })
  const own = async () => (await app.ok(openid, 'opinion.getOwn', { taskId })).mine
  expect((await own())!.recording!.fileId).toBe(first)

  const second = await record(openid, 2)
  await app.ok(openid, 'opinion.giveOwn', { taskId, ...said, recordingId: second })
  expect((await own())!.recording!.fileId).toBe(second)
  const kept = await openDatabase(app).get('files', fileRecordId(first))
  expect(kept).toMatchObject({ usedBy: null, ownerKey: null })
  expect(
    await app.refusal(openid, 'opinion.giveOwn', { taskId, ...said, recordingId: first }),
  ).toBe('FILE.MISSING')

  await app.ok(openid, 'opinion.giveOwn', { taskId, ...said, words: '臭' })
  expect((await own())!.recording).toBeNull()
})

it('is no file of somebody else', async () => {
  const taskId = await village.asked('spoken-foreign')
  const openid = await village.villager('openid-spoken-foreign')
  const recordingId = await record('openid-spoken-neighbour')
  const taken = { taskId, ...said, recordingId }
  expect(await app.refusal(openid, 'opinion.giveOwn', taken)).toBe('FILE.MISSING')
})
