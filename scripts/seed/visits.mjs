import { Buffer } from 'node:buffer'

/**
 * Visits of firms, each in a state of its own. The days of one that nobody makes are shorter while it is asked
 * for: twenty working days are longer than this ledger's life.
 */

const bodyId = 'ecology'
const record = Buffer.from('%PDF-1.4 现场检查记录')

const asking = (taskId, enterpriseId, on, ...matters) => ({
  ...{ taskId, enterpriseId, bodyId, on },
  matters: matters.map((words) => ({ words, measureId: null })),
})

const notice = (on, number) => ({
  ...{ approvalNumber: `茂环检批〔2019〕${number}号`, kind: 'singleCase', on },
  officers: [
    { name: '林某', certificate: '粤K00000126' },
    { name: '郑某', certificate: '粤K00000158' },
  ],
})

/** The record on paper, put where the server said. */
const paper = async (client, enforcer, visitId) => {
  const { target } = await enforcer.call('enterprise.prepareVisitUpload', {
    ...{ visitId, fileName: '现场检查记录.pdf', size: record.length },
  })
  await client.put(target.url, target.headers, record)
  return target.fileId
}

/** Asked for, notified and made on one day. @returns the visit's id */
const make = async (client, { inspector, enforcer }, day, number, input) => {
  const { id: visitId } = await inspector.call('enterprise.askVisit', input)
  await enforcer.call('enterprise.notifyVisit', { visitId, ...notice(day, number) })
  const { matters } = await enforcer.call('enterprise.getVisit', { visitId })
  await enforcer.call('enterprise.recordVisit', {
    ...{ visitId, on: day, receivedBy: '厂长' },
    findings: matters.map(({ id }) => ({
      matterId: id,
      inOrder: true,
      words: '现场看过，没有发现问题',
    })),
    fileIds: [await paper(client, enforcer, visitId)],
  })
  return visitId
}

/** 11-11 and again 11-12: the days in which a visit is to be made, for what is asked for from tomorrow on. */
export const setVisitDays = ({ administrator }, version, workingDays) =>
  administrator.call('identity.changeSettings', {
    version,
    changes: [{ name: 'visitWorkingDays', values: [workingDays] }],
  })

/** 11-12: one that the firm rates and one that it leaves, one that is called off, one that nobody makes. */
export const recordVisits = async (client, people, { regionTasks }) => {
  const [, farm, stone] = regionTasks
  const day = '2019-11-12'
  const pond = asking(farm, 'farm', day, '粪污收集池有没有渗漏', '排口是不是封好了')
  const visitId = await make(client, people, day, 1, pond)
  const { enterprise, enforcer, inspector } = people
  await enterprise.call('enterprise.rateVisit', { visitId, rating: 'proper', words: null })
  await make(client, people, day, 2, asking(farm, 'farm', day, '粪水外运有没有记录'))
  const dust = asking(stone, 'stone', '2019-11-14', '喷淋设施开没开')
  const { id } = await inspector.call('enterprise.askVisit', dust)
  await enforcer.call('enterprise.cancelVisit', { visitId: id, reason: '厂里停产检修，复产后再去' })
  const silt = asking(stone, 'stone', '2019-11-13', '沉淀池有没有清')
  await inspector.call('enterprise.askVisit', silt)
}

/** 11-18: one that the firm was notified of, one that waits for its notice. */
export const askVisits = async ({ inspector, intake, enforcer }, { regionTasks }) => {
  const [, farm, stone] = regionTasks
  const pond = asking(farm, 'farm', '2019-11-18', '夜间是不是往水塘排水')
  const { id: visitId } = await intake.call('enterprise.askVisit', pond)
  await enforcer.call('enterprise.notifyVisit', { visitId, ...notice('2019-11-18', 3) })
  await inspector.call(
    'enterprise.askVisit',
    asking(stone, 'stone', '2019-11-22', '喷淋设施开没开', '沉淀池有没有清'),
  )
}
