import { Buffer } from 'node:buffer'

const record = Buffer.from('%PDF-1.4 现场检查记录')

/** The record on paper, put where the server said. */
const upload = async ({ client, people: { enforcer } }, visitId) => {
  const announced = { visitId, fileName: '现场检查记录.pdf', size: record.length }
  const { target } = await enforcer.call('enterprise.prepareVisitUpload', announced)
  await client.put(target.url, target.headers, record)
  return target.fileId
}

/** 入企检查: the checkers enter no firm; the enforcement body does, and the firm says whether it went well. */
export const visitFirm = async (teller) => {
  const { act, look, today, taskId, people } = teller
  const { measures } = await look()
  const on = await today()
  const { id: visitId } = await act('countyChecker', 'enterprise.askVisit', {
    ...{ taskId, enterpriseId: 'farm', bodyId: 'ecology', on },
    matters: [{ words: '除臭设施有没有运行', measureId: measures[1].id }],
  })
  await act('enforcer', 'enterprise.notifyVisit', {
    ...{ visitId, approvalNumber: '茂环检批〔2020〕8号', kind: 'singleCase', on },
    officers: [
      { name: '林某', certificate: '粤K00000126' },
      { name: '郑某', certificate: '粤K00000158' },
    ],
  })
  const { matters } = await people.enforcer.call('enterprise.getVisit', { visitId })
  await act('enforcer', 'enterprise.recordVisit', {
    ...{ visitId, on, receivedBy: '厂长', fileIds: [await upload(teller, visitId)] },
    findings: matters.map(({ id }) => ({ matterId: id, inOrder: false, words: '没有通电' })),
  })
  await act('enterprise', 'enterprise.addDissent', { visitId, words: '当天正在检修' })
  await act('enterprise', 'enterprise.rateVisit', { visitId, rating: 'proper', words: null })
}
