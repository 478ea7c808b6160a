import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { villages } from '../seed/organization.mjs'
import { visitFirm } from './visit.mjs'

/** Who reports for each unit, and who hands its plan in. */
const doers = [
  ['agricultureStaff', 'agriculture', 'agricultureStaff'],
  ['farmingStaff', 'farming-maonan', 'farmingLeader'],
]
const releasable = [
  ...['title', 'problem', 'category', 'goals', 'measures'],
  ...['units', 'deadline', 'regions', 'villages', 'result', 'photos'],
]
const standards = {
  measuresDone: '三条措施都做完',
  violationsPunished: '已依法处理',
  normsMet: '臭气、出水达标',
  likeProblemsDone: '同类养殖场一起查过',
  treatedAtSource: '每月巡查，视频监控',
}
/** A picture of one dot. */
const minutes = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const dayAfter = (day) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** Of a lookup code that stays on the phone. */
const lookupHash = (code) => createHash('sha256').update(`story ${code}`).digest('hex')

/** 交办、签收、方案 and the days agreed with the firm. */
const begin = async ({ act, on, look, taskId }) => {
  await on('2019-11-05')
  await act('coordinator', 'task.assign', {
    taskId,
    leadUnitId: 'agriculture',
    responsibleUnitIds: doers.map(([, unitId]) => unitId),
    supportingUnitIds: [],
    villageCodes: [villages.shangtang],
    enterpriseIds: ['farm'],
    countedOn: null,
    eventEnteredBy: null,
  })
  await on('2019-11-06')
  for (const [key, unitId, planner] of doers) {
    await act(key, 'task.signFor', { taskId, person: `经办（${unitId}）`, phone: '13800000000' })
    const { measures } = await look()
    const planned = measures.map(({ id }) => ({
      ...{ measureId: id, person: `经办（${unitId}）`, dueOn: '2020-04-30', milestones: [] },
      ...{ proof: ['paperNumber'], proofWords: '验收意见' },
    }))
    const plan = { goals: '臭气达标，设施正常运行', person: '经办', measures: planned }
    await act(planner, 'task.submitPlan', { taskId, plan })
  }
  await on('2019-11-11')
  await act('agricultureLeader', 'task.approvePlan', { taskId, unitId: 'farming-maonan' })
  await act('coordinator', 'task.approvePlan', { taskId, unitId: 'agriculture' })
  const { measures } = await look()
  const { id: timelineId } = await act('farmingStaff', 'enterprise.propose', {
    taskId,
    enterpriseId: 'farm',
    dates: measures.map(({ id }) => ({ measureId: id, on: '2020-03-31' })),
    reason: null,
  })
  await on('2019-11-13')
  await act('enterprise', 'enterprise.accept', { timelineId, round: 1 })
  return { timelineId, measureId: measures[0].id }
}

/** The firm reports its node, the unit returns it with what is missing, and confirms the second report. */
const reportNode = async ({ act, on, today, taskId }, node) => {
  const report = async (words) => {
    const said = { on: await today(), words, paperNumber: '某某养〔2020〕1号' }
    await act('enterprise', 'enterprise.reportNode', { ...node, taskId, ...said })
  }
  await on('2020-02-03')
  await report('除臭设施装好了')
  await act('farmingStaff', 'enterprise.returnNode', { ...node, reason: '缺监测报告' })
  await on('2020-02-06')
  await report('除臭设施装好了，附监测报告')
  await act('farmingStaff', 'enterprise.confirmNode', node)
}

/** @param files each with its name, and what the page's camera says of it where that took it */
const upload = async ({ client, people, taskId }, key, ...named) => {
  const files = named.map((file) => ({ ...file, size: minutes.length }))
  const { targets } = await people[key].call('task.prepareUpload', { taskId, files })
  const ids = []
  for (const { url, headers, fileId } of targets) {
    await client.put(url, headers, minutes)
    ids.push((await people[key].call('task.confirmUpload', { taskId, fileId })).fileId)
  }
  return ids
}

/** What is to be seen of it: a photo before and one after, of one measure of this unit's. */
const photograph = async (teller, key) => {
  const names = ['整改前.png', '整改后.png'].map((fileName) => ({ fileName }))
  const [before, after] = await upload(teller, key, ...names)
  return { beforeIds: [before], photoIds: [after] }
}

/** The office lets the photos before and after go with the notice; two persons check them with the text. */
const choosePhotos = async ({ act, people, taskId }) => {
  const { digest, photos } = await people.coordinator.call('task.previewRelease', { taskId })
  const pairs = photos.map(({ partId, beforeId, afterId }) => ({ partId, beforeId, afterId }))
  await act('coordinator', 'task.choosePhotos', { taskId, digest, pairs: pairs.slice(0, 6) })
}

const release = async ({ act, people, taskId }) => {
  const { digest, places } = await people.coordinator.call('task.previewRelease', { taskId })
  // A notice is read place by place by both.
  if (places.all.length > 0) {
    const read = { taskId, digest, places: places.all }
    await act('coordinator', 'task.readPlaces', { ...read, check: 'secrecy' })
    await act('publisher', 'task.readPlaces', { ...read, check: 'openness' })
  }
  await act('coordinator', 'task.checkSecrecy', { taskId, fields: releasable, digest })
  await act('publisher', 'task.checkOpenness', { taskId, fields: releasable, digest })
}

/** Whoever owes an open part says it done. */
const reportOpen = async (teller) => {
  const { act, look, today, taskId } = teller
  for (const [key, unitId] of doers)
    for (const part of (await look()).parts)
      if (part.unit.id === unitId && part.doneOn === null) {
        const said = {
          on: await today(),
          words: '已完成，见验收单',
          paperNumber: '茂农函〔2020〕8号',
          ...(part.kind === 'measure' && (await photograph(teller, key))),
        }
        await act(key, 'task.reportDone', { taskId, partId: part.id, ...said })
      }
}

const doAndReturnOne = async (teller) => {
  const { act, look, taskId, on } = teller
  await on('2020-02-10')
  await reportOpen(teller)
  const { parts } = await look()
  // The first of them the firm's own node made done; this one the unit said done itself.
  const partId = parts.findLast(({ unit }) => unit.id === 'farming-maonan').id
  await act('agricultureStaff', 'task.returnDone', { taskId, partId, reason: '除臭设施还没有通电' })
  await on('2020-02-14')
  await reportOpen(teller)
}

const uploadMinutes = async ({ client, people: { village } }) => {
  const files = [{ type: 'image/png', size: minutes.length }]
  const { targets } = await village.call('feedback.prepareUpload', { files, anonymous: false })
  await client.put(targets[0].url, targets[0].headers, minutes)
  const { fileId } = targets[0]
  return (await village.call('feedback.confirmUpload', { fileId, anonymous: false })).fileId
}

/** The village is asked and speaks: a resident, the Party branch, the villagers' committee. */
const hearVillage = async (teller) => {
  const { act, taskId, today, people } = teller
  await act('agricultureStaff', 'task.askVillage', { taskId })
  await act('resident', 'opinion.giveOwn', {
    taskId,
    satisfaction: 'half',
    words: '夜里还有一点味',
  })
  const { items } = await people.village.call('opinion.listAsked', { taskId })
  const of = (voice) => items.find((item) => item.voice === voice).id
  await act('village', 'opinion.giveCollective', {
    ...{ opinionId: of('branch'), satisfaction: 'satisfied', words: '大家认可' },
    ...{ meetingOn: await today(), present: 23, minutesIds: [await uploadMinutes(teller)] },
  })
  const own = await people.committee.call('opinion.listAsked', { taskId })
  const opinionId = own.items.find((item) => item.voice === 'committee').id
  await act('committee', 'opinion.sayNotInvolved', { opinionId })
}

/** The county's office signs for its share, then the unit that answers for the whole. */
const askForCloseOut = async ({ act, taskId }) => {
  await act('farmingLeader', 'task.signShare', { taskId, signOffNumber: null })
  await act('agricultureLeader', 'task.selfCheck', { taskId, standards, signOffNumber: null })
  const reportNumber = '茂农报〔2020〕8号'
  await act('agricultureStaff', 'task.requestCloseOut', { taskId, reportNumber })
}

/** What is not satisfied is summarized by intake, answered by the unit, released by the office. */
const answerVillage = async ({ act, taskId, people }) => {
  const { summaryId } = await people.coordinator.call('opinion.listAsked', { taskId })
  const { digest } = await act('intake', 'opinion.openWords', { summaryId })
  const matters = [{ side: 'residents', words: '夜里仍有气味' }]
  await act('intake', 'opinion.summarize', { summaryId, digest, words: '多数认可', matters })
  const answers = ['除臭设施改为昼夜运行，每周公布监测']
  await act('agricultureStaff', 'opinion.answerOpinions', { summaryId, answers })
  await act('coordinator', 'opinion.releaseSummary', { summaryId })
}

/**
 * Drafted on site without a network and sent the day after, with the photo that the page's camera took there and
 * what the second signed by hand on that phone.
 */
const findingsOf = async (teller, first, second, level, failing) => {
  const { client, look, people, taskId, today, on } = teller
  const [seenOn, takenAt] = [await today(), await client.clock.now()]
  await on(dayAfter(seenOn))
  const camera = { takenAt, phoneNow: await client.clock.now(), place: null }
  const [photoId] = await upload(teller, first, { fileName: '现场.png', camera })
  const [signatureId] = await upload(teller, first, { fileName: '签名.png' })
  const { measures, closeOut } = await look()
  return {
    ...{ taskId, level, paperNumber: null, seenOn, cycle: closeOut.cycles.at(-1).ordinal },
    others: [{ membershipId: people[second].actAs, signatureId }],
    measures: measures.map(({ id }, place) => ({
      measureId: id,
      inPlace: !(failing && place === 1),
      words: place === 0 ? '' : failing ? '除臭设施没有运行' : '看了监测报告和验收单',
      ...(place === 0 && { photoIds: [photoId] }),
    })),
    words: failing ? '一条不到位' : '现场看过，都到位',
    rework: failing,
  }
}

const demand = async ({ look }, on, reason) => {
  const { measures } = await look()
  const demands = [
    { unitId: 'farming-maonan', words: '除臭设施昼夜运行', measureIds: [measures[1].id] },
  ]
  return { on, reason, demands }
}

/** The county's two look, and a second time after the rework; then the city's two. */
const verify = async (teller) => {
  const { act, on } = teller
  await on('2020-02-25')
  await visitFirm(teller)
  const failing = await demand(teller, '2020-03-20', '除臭设施没有运行')
  await act(
    'countyChecker',
    'task.verify',
    await findingsOf(teller, 'countyChecker', 'countyChecker2', 'county', failing),
  )
  await on('2020-03-10')
  await doAgain(teller)
}

const bothSteps = async (teller) => {
  const { act, taskId } = teller
  for (const [level, first, second] of [
    ['county', 'countyChecker', 'countyChecker2'],
    ['city', 'cityChecker', 'cityChecker2'],
  ]) {
    await act(first, 'task.verify', await findingsOf(teller, first, second, level, null))
    await act(second, 'task.confirmCheck', { taskId })
  }
}

/** Released by two persons, ten working days in the open, decided by the leading group. */
const close = async (teller, afterNotice, decisionNumber) => {
  const { act, on, taskId } = teller
  await choosePhotos(teller)
  await release(teller)
  await act('coordinator', 'task.publishNotice', { taskId })
  await on(afterNotice)
  await act('coordinator', 'task.approveCloseOut', { taskId, decisionNumber })
}

/** What was found wanting is done again, heard, answered and verified anew. */
const doAgain = async (teller) => {
  await reportOpen(teller)
  await hearVillage(teller)
  await askForCloseOut(teller)
  await answerVillage(teller)
  await bothSteps(teller)
}

/** A resident objects while the notice runs; the office finds that it is so. */
const objection = async (teller) => {
  const { act, on, taskId } = teller
  await release(teller)
  await act('coordinator', 'task.publishNotice', { taskId })
  await on('2020-03-13')
  const lodged = await act('resident', 'feedback.lodgeObjection', {
    ...{ taskId, ground: 'notInPlace', words: '夜里除臭设施没有开', photoIds: [], voiceId: null },
    ...{ contactPhone: '13812345678', lookupHash: lookupHash('objection') },
  })
  const objectionId = lodged.objection.id
  const summary = { summary: '夜间除臭设施未运行', clearedPhotoIds: [] }
  await act('intake', 'feedback.summarizeObjection', { objectionId, ...summary })
  await on('2020-03-16')
  await act('coordinator', 'feedback.admitObjection', { objectionId })
  await on('2020-03-17')
  await act('coordinator', 'feedback.upholdObjection', {
    objectionId,
    ...(await demand(teller, '2020-04-03', '夜里去看，除臭设施确实没有开')),
  })
  await on('2020-03-23')
  await doAgain(teller)
}

/** A resident says that it is back, 回头看 finds it so; the same number and file go on. */
const relapse = async (teller) => {
  const { act, on, taskId } = teller
  await on('2020-07-13')
  const { id: feedbackId } = await act('resident', 'feedback.submit', {
    ...{ taskId, words: '夜里又有臭味', place: '', regionCode: villages.shangtang, photoIds: [] },
    ...{ voiceId: null, protection: 'hidden', lookupHash: lookupHash('relapse') },
    ...{ contactName: null, contactPhone: null, consentNoted: false },
  })
  await act('intake', 'feedback.admit', {
    ...{ feedbackId, summary: '夜间又有臭味', pollutionTypes: ['odour'], clearedPhotoIds: [] },
    ...{ accusedUnitIds: [], regionCode: null },
  })
  await on('2020-07-15')
  const { photoIds } = await photograph(teller, 'inspector')
  const finding = { relapsed: true, words: '夜里除臭设施停了', photoIds }
  await act('inspector', 'task.recheck', { taskId, ...finding })
  await on('2020-07-17')
  // What the inspector found is the resident's answer: the office lets it out, and nobody else had the report.
  await act('coordinator', 'feedback.releaseAnswer', { feedbackId })
  await act('coordinator', 'task.reopen', {
    taskId,
    ...(await demand(teller, '2020-08-31', '回头看发现反弹')),
  })
  await on('2020-08-10')
  await doAgain(teller)
}

/** The whole of it, in order. */
export const tellStory = async (teller) => {
  const { act, taskId } = teller
  await teller.cameWith('coordinator', 'documents.commitBatch')
  const node = await begin(teller)
  await release(teller)
  await reportNode(teller, node)
  await doAndReturnOne(teller)
  const chain = [
    { level: 'county', unitId: 'maonan' },
    { level: 'city', unitId: 'ecology' },
  ]
  await act('coordinator', 'task.changeChain', { taskId, chain, closingLevel: 'city' })
  await hearVillage(teller)
  await askForCloseOut(teller)
  await verify(teller)
  await objection(teller)
  await close(teller, '2020-04-13', '茂整改〔2020〕8号')
  await relapse(teller)
  await close(teller, '2020-09-01', '茂整改〔2020〕21号')
}
