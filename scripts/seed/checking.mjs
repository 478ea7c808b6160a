import { carryOut, checkSecrecy, standards } from './closing.mjs'
import { villages } from './organization.mjs'

/** 验收 under way: at the county's step and at the city's, waiting for whoever confirms, and sent back. */

const chain = [
  { level: 'county', unitId: 'maonan' },
  { level: 'city', unitId: 'ecology' },
]
const day = '2019-11-12'

/** Asked for, of one task: by the county first. The unit's leader has signed the self-check on a paper. */
const toCounty = async (people, taskId) => {
  const staff = people.housingStaff
  await carryOut(people, taskId, day, { chain, by: { unitId: 'housing', staff } })
  await staff.call('task.selfCheck', { taskId, standards, signOffNumber: '茂建〔2019〕21号' })
  await staff.call('task.requestCloseOut', { taskId, reportNumber: '茂建报〔2019〕15号' })
}

const colleague = ({ actAs }) => ({ membershipId: actAs })
/** Lent by another unit: has no account here and signs on the first one's phone. */
const expert = { name: '赵某', unitName: '市环境科学学会' }

/** What one checker sends of what they saw with the others. */
const verify = async (checker, taskId, level, others, rework = null) => {
  const { measures } = await checker.call('task.get', { taskId })
  const seen = rework ? '台账缺两个月' : '看了台账和验收单'
  await checker.call('task.verify', {
    ...{ taskId, level, others, rework, paperNumber: null },
    measures: measures.map(({ id }) => ({ measureId: id, inPlace: !rework, words: seen })),
    words: rework ? '一条不到位' : '现场看过，都到位',
  })
}

/** 11-12: three that are to be looked at, by the county's two and then by the city's two. */
export const askForChecks = async (people, { checkingTasks }) => {
  for (const taskId of checkingTasks.slice(0, 3)) await toCounty(people, taskId)
}

/**
 * 11-18: one is still the county's; one has passed both steps and waits for the second of each and for the inspector
 * whom the city lent to the county; one was sent back, and its unit has begun anew.
 */
export const check = async (people, { checkingTasks }) => {
  const { countyChecker, countyChecker2, cityChecker, cityChecker2, inspector, coordinator } =
    people
  const [, confirming, returned] = checkingTasks
  const lent = colleague(inspector)
  await verify(countyChecker, confirming, 'county', [colleague(countyChecker2), lent])
  await verify(cityChecker, confirming, 'city', [colleague(cityChecker2), expert])
  const { measures } = await coordinator.call('task.get', { taskId: returned })
  const demands = [
    { unitId: 'housing', words: '补齐台账', measureIds: measures.map(({ id }) => id) },
  ]
  const rework = { on: '2019-12-16', reason: '台账缺两个月', demands }
  await verify(countyChecker, returned, 'county', [colleague(countyChecker2)], rework)
  // Their texts wait for the second of the two who check what becomes public.
  for (const taskId of checkingTasks.slice(0, 3)) await checkSecrecy(people, taskId)
}

/** 11-14: two firms and a village are asked about a draft; the firms have spoken, one has its answer in writing. */
export const consultFirms = async ({ coordinator, enterprise, stone }, { checkingTasks }) => {
  const taskId = checkingTasks[3]
  await coordinator.call('task.consult', {
    ...{ taskId, villageCodes: [villages.shangtang], enterpriseIds: ['farm', 'stone'] },
    dueOn: '2019-11-29',
  })
  const say = (firm, words) => firm.call('task.sayOnDraft', { taskId, agrees: false, words })
  await say(enterprise, '收集池要停产三天才能改，请放到春节后。')
  const { consultation } = await coordinator.call('task.get', { taskId })
  await coordinator.call('task.answerDraftOpinion', {
    ...{ taskId, opinionId: consultation.opinions[0].id, adopted: false },
    reason: '可以分两格轮换着改，不用停产。',
  })
  await say(stone, '清运路线请避开上下班时间。')
}
