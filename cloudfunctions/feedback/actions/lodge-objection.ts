import { isKeyOf } from '@/domain/known'
import type { ActionOutput } from '@/contract/actions'
import { beijingInstant } from '@/domain/calendar/day'
import { lodgeObjection as lodged } from '@/domain/objection/transitions'
import { RuleError } from '@/domain/refusal'
import type { Call, Handler, ParsedInput } from '../../_kit/handler'
import { requireFiles } from '../../_stores/attached-files'
import { taskCollection } from '../../_stores/asked-task'
import type { FileRecord } from '../../_stores/file-record-store'
import { objectedTaskOf, objectionIdOf, objectionThing } from '../../_stores/objection-thing'
import { taskOf } from '../../_stores/task-record'
import type { ContentFlag } from '../../_stores/feedback-original-store'
import { contentFlag } from '../content-flag'
import type { Parts } from '../parts'
import { storeReport } from '../store-report'

type Input = ParsedInput<'feedback.lodgeObjection'>
/** With what WeChat said of the words. */
type Checked = Input & { readonly flag: ContentFlag | null }
type Answer = ActionOutput<'feedback.lodgeObjection'>

/** Too late, or nobody to tell: the words are not lost, they become a report on the task. */
const becomesReport = {
  'OBJECTION.CLOSED': 'late',
  'OBJECTION.CONTACT_REQUIRED': 'noContact',
} as const
const whyReport = (error: unknown) =>
  error instanceof RuleError && isKeyOf(becomesReport, error.code)
    ? becomesReport[error.code]
    : undefined

const filesOf = (parts: Parts, input: Input, { actor }: Call, usedBy: string) =>
  requireFiles(
    parts,
    [
      { fileIds: input.photoIds, kind: 'photo', field: 'photoIds' },
      { fileIds: input.voiceId ? [input.voiceId] : [], kind: 'voice', field: 'voiceId' },
    ],
    actor,
    usedBy,
  )

/**
 * The notice is read in the transaction that counts the objection on the task: of this and the end
 * of the notice one comes first. Nothing in it carries more than the day.
 */
const storeObjection = async (parts: Parts, input: Checked, call: Call): Promise<Answer> => {
  const { actor, today } = call
  const { taskId, ground, words, voiceId, photoIds, contactPhone } = input
  const { personId } = actor
  if (personId === null) throw new RuleError('IDENTITY.REQUIRED')
  const found = await parts.tasks.find(taskId)
  if (!found || found.task.release.released === null) throw new RuleError('THING.NOT_FOUND')
  const id = objectionIdOf(parts.cipher, found.task, personId)
  const files: FileRecord[] = await filesOf(parts, input, call, id)
  const original = { personId, words, contactPhone: contactPhone ?? '', photoIds, voiceId }
  const putOriginal = parts.objections.putOriginal({
    id,
    taskId,
    original,
    resident: actor,
    flag: input.flag,
    on: today,
  })
  const attachFiles = parts.records.attach(files, id)
  return parts.writer.write({ ...call, now: beijingInstant(today) }, async (acting) => {
    const doc = await acting.read(taskCollection, taskId)
    if (!doc) throw new RuleError('THING.NOT_FOUND')
    if (await acting.read(objectionThing.collection, id))
      throw new RuleError('OBJECTION.LODGED_ALREADY')
    const said = { words: words || (voiceId ?? ''), contactPhone: contactPhone ?? '' }
    const task = objectedTaskOf(taskOf(doc))
    const next = lodged({ id, taskId, ground, ...said }, task, actor, acting.context)
    await acting.make(objectionThing, 'lodgeObjection', {
      next,
      changes: { ground, said: parts.cipher.blind(`${id} ${JSON.stringify(original)}`) },
      also: async ({ transaction }) => {
        await putOriginal(transaction)
        await attachFiles(transaction)
      },
    })
    const { state, dueOn, dueProvisional } = next
    return { objection: { id, state, dueOn, dueProvisional }, report: null }
  })
}

const storeAsReport = async (
  parts: Parts,
  input: Checked,
  call: Call,
  why: 'late' | 'noContact',
): Promise<Answer> => {
  const { taskId, words, photoIds, voiceId, contactPhone, lookupHash } = input
  const files = await filesOf(parts, input, call, call.newId('feedback'))
  const task = await parts.publicTasks.find(taskId)
  const report = {
    taskId,
    words,
    photoIds,
    voiceId,
    contactPhone,
    lookupHash,
    flag: input.flag,
    regionCode: null,
    place: '',
    protection: 'hidden',
    contactName: null,
    consentNoted: false,
    // Late by so much that it is closed: whatever button it was written from, the matter is back.
    ...(task?.facts.state === 'closed' && { relapse: true as const }),
  } as const
  return storeReport(parts, report, call, files, ({ id, number, admitDueOn }) => ({
    objection: null,
    report: { id, number, admitDueOn, why },
  }))
}

/** 提出异议. WeChat is asked about its words for a moment only, and refuses nothing. */
export const lodgeObjection =
  (parts: Parts): Handler<'feedback.lodgeObjection'> =>
  async (input, call) => {
    const flag = await contentFlag(parts.wechat, call.openid, input.words)
    return storeObjection(parts, { ...input, flag }, call).catch((error: unknown) => {
      const why = whyReport(error)
      if (why === undefined) throw error
      return storeAsReport(parts, { ...input, flag }, call, why)
    })
  }
