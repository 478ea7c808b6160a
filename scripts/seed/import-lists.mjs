import exceljs from 'exceljs'
import {
  closingFileName,
  closingRound,
  closingRows,
  planFileName,
  planList,
  planRound,
  regionFileName,
  regionRound,
  regionRows,
  waitingFileName,
  waitingList,
  waitingRound,
} from './lists.mjs'

const workbookOf = async (rows) => {
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet('整改清单')
  for (const row of rows) sheet.addRow(row)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** As the office does it: a target, the bytes straight to storage, then reading. */
const importFile = async (client, office, fileName, roundName, bytes) => {
  const { target } = await office.call('documents.prepareUpload', { fileName, size: bytes.length })
  await client.put(target.url, target.headers, bytes)
  return office.call('documents.startImport', { fileId: target.fileId, fileName, roundName })
}

/** The reviewer takes the last of the proposed readings: a 前 means by the month's end. */
const decide = async (office, batchId, index) => {
  const draft = await office.call('documents.getDraft', { batchId, index })
  const decisions = draft.unsure
    .filter(({ decided }) => decided === null)
    .map(({ field, proposed }) => ({ field, value: proposed.at(-1) ?? '' }))
  if (decisions.length > 0)
    await office.call('documents.editDraft', { batchId, index, decisions, change: {} })
}

const review = async (office, { id: batchId, drafts }) => {
  for (let index = 0; index < drafts; index += 1) {
    await decide(office, batchId, index)
    await office.call('documents.confirmDraft', { batchId, index })
  }
  for (;;) {
    const { state } = await office.call('documents.commitBatch', { batchId })
    if (state === 'complete') break
  }
  const { items } = await office.call('documents.getBatch', { batchId })
  return items.map(({ taskId }) => taskId)
}

/**
 * Imports the lists; three are reviewed and committed, one waits for the visitor.
 * @returns task ids of the plan's list, of the regional list and of the one that is nearly through, in the lists' order;
 * the last of that are being checked
 */
export const importLists = async (client, office) => {
  const plan = await importFile(client, office, planFileName, planRound, Buffer.from(planList))
  const planTasks = await review(office, plan)
  const workbook = await workbookOf(regionRows)
  const regional = await importFile(client, office, regionFileName, regionRound, workbook)
  const regionTasks = await review(office, regional)
  const bytes = await workbookOf(closingRows)
  const closing = await importFile(client, office, closingFileName, closingRound, bytes)
  const nearlyThrough = await review(office, closing)
  const waiting = Buffer.from(waitingList)
  await importFile(client, office, waitingFileName, waitingRound, waiting)
  const [closingTasks, checkingTasks] = [nearlyThrough.slice(0, 14), nearlyThrough.slice(14)]
  return { planTasks, regionTasks, closingTasks, checkingTasks }
}
