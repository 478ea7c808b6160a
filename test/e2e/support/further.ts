import { createHash } from 'node:crypto'
import type { ActionInput, ActionName, ActionOutput } from '@/contract/actions'
import type { ObligationKind } from '@/domain/reminder/kinds'
import { dot } from './dot'

/**
 * Steps at which nothing of the demonstration stands: each is brought there by the same calls as
 * the pages make, so that the sheets of these steps can be opened too.
 */

interface Actor {
  ok<N extends ActionName>(action: N, input: ActionInput<N>): Promise<ActionOutput<N>>
  readonly actAs: string | undefined
}

let calls = 0

const actorAt = async (origin: string, openid: string): Promise<Actor> => {
  const callAs =
    (actAs?: string) =>
    async <N extends ActionName>(action: N, input: ActionInput<N>) => {
      const response = await fetch(`${origin}/call/${action.split('.')[0]}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-local-openid': openid },
        body: JSON.stringify({
          ...{ action, input, idempotencyKey: `further-${(calls += 1)}` },
          ...(actAs && { actAs }),
        }),
      })
      const reply = (await response.json()) as { ok: boolean; data: ActionOutput<N> }
      if (!reply.ok) throw new Error(`${action} as ${openid}: ${JSON.stringify(reply)}`)
      return reply.data
    }
  const { memberships } = await callAs()('identity.whoAmI', {})
  const actAs = memberships[0]?.id
  return { ok: callAs(actAs), actAs }
}

const village = '440902101201'
const unitId = 'agriculture'

/**
 * One matter waits for an event, one has happened, one comes back without a printed rhythm, one is closed, and of one
 * a unit sends its share back.
 */
const list = `农业农村整改清单（第2批）
${['方案批复后6个月内', '方案批复后6个月内', '定期清理', '2019年12月31日前', '2019年12月31日前']
  .map(
    (due, at) => `
${'一二三四五'[at]}、问题描述：第${at + 1}处田头沟渠堆有杂物。
责任单位：市农业农村局
整改目标：沟渠通畅。
整改措施：清走杂物。
整改时限：${due}
`,
  )
  .join('')}`

const imported = async ({ ok }: Actor): Promise<string[]> => {
  const bytes = Buffer.from(list)
  const fileName = '农业农村整改清单第2批.txt'
  const { target } = await ok('documents.prepareUpload', { fileName, size: bytes.length })
  await put(target, bytes)
  const roundName = '农业农村第2批'
  const read = await ok('documents.startImport', { fileId: target.fileId, fileName, roundName })
  const { id: batchId, drafts } = read
  for (let index = 0; index < drafts; index += 1) {
    const { unsure } = await ok('documents.getDraft', { batchId, index })
    const decisions = unsure.map(({ field, proposed }) => ({ field, value: proposed.at(-1) ?? '' }))
    if (decisions.length > 0)
      await ok('documents.editDraft', { batchId, index, decisions, change: {} })
    await ok('documents.confirmDraft', { batchId, index })
  }
  while ((await ok('documents.commitBatch', { batchId })).state !== 'complete');
  const { items } = await ok('documents.getBatch', { batchId })
  return items.map(({ taskId }) => taskId!)
}

const put = async (
  { url, headers }: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
  body: Buffer,
) => {
  const { ok, status } = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(body) })
  if (!ok) throw new Error(`upload: ${status}`)
}

const photo = async ({ ok }: Actor, taskId: string): Promise<string> => {
  const files = [{ fileName: '现场.png', size: dot.length }]
  const { targets } = await ok('task.prepareUpload', { taskId, files })
  await put(targets[0]!, dot)
  return (await ok('task.confirmUpload', { taskId, fileId: targets[0]!.fileId })).fileId
}

/** Reports with a unit: one to be answered, one to be answered for the second time. */
const reports = async (at: (who: string) => Promise<Actor>) => {
  const [reporter, intake, town, office] = await Promise.all(
    ['demo-neighbour', 'demo-intake', 'demo-town-staff', 'demo-coordinator'].map(at),
  )
  const given = async (words: string): Promise<string> => {
    const { id: feedbackId } = await reporter!.ok('feedback.submit', {
      ...{ words, regionCode: village, place: '', taskId: null, photoIds: [], voiceId: null },
      ...{ protection: 'hidden', contactName: null, contactPhone: null, consentNoted: false },
      lookupHash: createHash('sha256').update(words).digest('hex'),
    })
    await intake!.ok('feedback.admit', {
      ...{ feedbackId, summary: words, pollutionTypes: ['waste'], regionCode: village },
      ...{ clearedPhotoIds: [], accusedUnitIds: [] },
    })
    await intake!.ok('feedback.assign', { feedbackId, unitId: 'town-shihu' })
    return feedbackId
  }
  await given('村口垃圾一周没有人收。')
  const feedbackId = await given('机耕路边又倒了建筑垃圾。')
  const said = { text: '已经清走。', photoIds: [] }
  await town!.ok('feedback.submitAnswer', { feedbackId, finding: 'true', ...said })
  await office!.ok('feedback.releaseAnswer', { feedbackId })
  await reporter!.ok('feedback.rate', { feedbackId, rating: 'notDone', words: '还在' })
}

/** The village of a draft says that it should be otherwise. */
const disagrees = async (at: (who: string) => Promise<Actor>) => {
  const [office, villager] = await Promise.all(['demo-coordinator', 'demo-village'].map(at))
  const { items } = await office!.ok('task.listLedger', { filter: {} })
  for (const { id: taskId } of items) {
    const { consultation } = await office!.ok('task.get', { taskId })
    if (consultation)
      await villager!.ok('task.sayOnDraft', { taskId, agrees: false, words: '分两期做' })
  }
}

/** What the actor's to-dos are about, of one kind. */
const owedOf = async ({ ok }: Actor, kind: ObligationKind): Promise<string[]> => {
  const { items } = await ok('notifier.listTodo', {})
  return items.flatMap((item) => (item.kind === kind ? [item.thingId] : []))
}

/** A villager who is not satisfied may be called on; another resident objects to a running notice. */
const residentsSpeak = async (at: (who: string) => Promise<Actor>) => {
  const [villager, neighbour, branch, office] = await Promise.all(
    ['demo-farmer', 'demo-neighbour', 'demo-village', 'demo-coordinator'].map(at),
  )
  await villager!.ok('identity.setVillage', { regionCode: village })
  const [asked] = await owedOf(branch!, 'giveOpinion')
  const { taskId } = await branch!.ok('opinion.getCollective', { opinionId: asked! })
  const phone = '13812345678'
  const said = { satisfaction: 'unsatisfied', words: '路边还有味道', visitPhone: phone } as const
  await villager!.ok('opinion.giveOwn', { taskId, ...said })
  const [noticed] = await owedOf(office!, 'noticeEnds')
  await neighbour!.ok('feedback.lodgeObjection', {
    ...{ taskId: noticed!, ground: 'notInPlace', words: '下雨后还有黑水', photoIds: [] },
    ...{ voiceId: null, contactPhone: phone },
    lookupHash: createHash('sha256').update('objection').digest('hex'),
  })
}

const tasks = async (at: (who: string) => Promise<Actor>) => {
  const named = ['coordinator', 'agriculture-staff', 'agriculture-leader', 'leader']
  const [office, staff, head, official, checker, second, ...bodies] = await Promise.all(
    [...named, 'city-checker', 'city-checker-2', 'village', 'committee'].map((who) =>
      at(`demo-${who}`),
    ),
  )
  const [awaited, happened, recurring, closing, shared] = await imported(office!)
  const assign = (taskId: string, more: Partial<ActionInput<'task.assign'>> = {}) =>
    office!.ok('task.assign', {
      ...{ taskId, leadUnitId: null, responsibleUnitIds: [unitId], supportingUnitIds: [] },
      ...{ villageCodes: [], enterpriseIds: [], countedOn: null, eventEnteredBy: null },
      ...more,
    })
  await assign(awaited!, { eventEnteredBy: 'ecology' })
  await assign(happened!, { eventEnteredBy: 'ecology' })
  await checker!.ok('task.enterEvent', {
    ...{ taskId: happened!, happenedOn: '2019-11-01', period: { count: 6, unit: 'month' } },
    ...{ paperNumber: '茂农函〔2019〕40号', reason: '', pastKnown: false },
  })
  await assign(recurring!, { countedOn: '2020-03-31' })
  await assign(closing!, { villageCodes: [village] })
  await assign(shared!, { leadUnitId: 'ecology', responsibleUnitIds: [unitId, 'town-shihu'] })
  await staff!.ok('task.returnAssignment', { taskId: shared!, reason: '沟渠在镇里' })
  const taskId = closing!
  const person = '经办庚'
  await staff!.ok('task.signFor', { taskId, person, phone: '13800000000' })
  const { measures } = await staff!.ok('task.get', { taskId })
  await staff!.ok('task.submitPlan', {
    taskId,
    plan: {
      ...{ goals: '沟渠通畅', person },
      measures: measures.map(({ id: measureId }) => ({
        ...{ measureId, person, dueOn: '2019-12-20', milestones: [] },
        proof: ['paperNumber'] as const,
      })),
    },
  })
  await office!.ok('task.approvePlan', { taskId, unitId })
  const { parts } = await staff!.ok('task.get', { taskId })
  for (const { id: partId } of parts)
    await staff!.ok('task.reportDone', {
      ...{ taskId, partId, on: '2019-11-18', words: '清走了', paperNumber: '茂农函〔2019〕41号' },
      ...{ beforeIds: [await photo(staff!, taskId)], photoIds: [await photo(staff!, taskId)] },
    })
  await staff!.ok('task.askVillage', { taskId })
  for (const body of bodies) {
    const { items } = await body.ok('opinion.listAsked', { taskId })
    for (const { id: opinionId } of items) await body.ok('opinion.sayNotInvolved', { opinionId })
  }
  await office!.ok('task.changeChain', {
    ...{ taskId, closingLevel: 'city', chain: [{ level: 'city', unitId: 'ecology' }] },
    leadOfficialId: official!.actAs!,
  })
  const standards = {
    ...{ measuresDone: '都做完', violationsPunished: '没有需要处罚的', normsMet: '都达标' },
    ...{ likeProblemsDone: '一起查过', treatedAtSource: '每月巡查一次' },
  }
  await head!.ok('task.selfCheck', { taskId, standards, signOffNumber: null })
  await staff!.ok('task.requestCloseOut', { taskId, reportNumber: '茂农报〔2019〕13号' })
  const seen = await photo(checker!, taskId)
  await checker!.ok('task.verify', {
    ...{ taskId, level: 'city', paperNumber: null, words: '现场看过', rework: null },
    others: [{ membershipId: second!.actAs! }],
    measures: measures.map(({ id: measureId }) => ({
      ...{ measureId, inPlace: true, words: '', photoIds: [seen] },
    })),
  })
  await second!.ok('task.confirmCheck', { taskId })
}

export const bringFurther = async (origin: string): Promise<void> => {
  const at = (openid: string) => actorAt(origin, openid)
  await Promise.all([reports(at), disagrees(at), tasks(at), residentsSpeak(at)])
}
