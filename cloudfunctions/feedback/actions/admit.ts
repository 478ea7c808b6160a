import { recheckToAwait } from '@/domain/feedback/relapse'
import { admit as decideAdmission } from '@/domain/feedback/transitions'
import { RuleError } from '@/domain/refusal'
import type { Handler, ParsedInput } from '../../_kit/handler'
import { handledReport } from '../../_stores/feedback-thing'
import { taskCollection } from '../../_stores/asked-task'
import { taskOf } from '../../_stores/task-record'
import type { Parts } from '../parts'
import { relapseOn } from '../relapse-on'
import { requireUnits } from '../require-units'

type Input = ParsedInput<'feedback.admit'>

/** @throws RuleError naming the field that names nothing */
const requireNamed = async (
  { organization }: Pick<Parts, 'organization'>,
  { accusedUnitIds, regionCode }: Input,
): Promise<void> => {
  await requireUnits({ organization }, accusedUnitIds, 'accusedUnitIds')
  if (regionCode === null) return
  const regions = await organization.regions([regionCode])
  if (!regions.has(regionCode)) throw new RuleError('THING.NOT_FOUND', ['regionCode'])
}

/** 受理: the 摘要 and the cleared photos are all that handlers will ever get. */
export const admit =
  (parts: Parts): Handler<'feedback.admit'> =>
  async (input, call) => {
    const { feedbackId, ...admission } = input
    await requireNamed(parts, input)
    const row = await parts.originals.find(feedbackId)
    const own = [
      ...(row?.original.photoIds ?? []),
      ...(row?.original.supplements ?? []).flatMap(({ photoIds }) => photoIds),
    ]
    const records = await parts.records.findMany(admission.clearedPhotoIds)
    return parts.writer.act(
      handledReport,
      call,
      feedbackId,
      'admit',
      async (feedback, facts, read) => {
        const doc =
          feedback.relapse && feedback.taskId && (await read(taskCollection, feedback.taskId))
        const awaitsRecheck = doc ? recheckToAwait(taskOf(doc)) : null
        const given = { ...admission, ...(awaitsRecheck && { awaitsRecheck }) }
        const next = decideAdmission(feedback, given, call.actor, facts)
        if (
          admission.clearedPhotoIds.some((fileId) => !own.includes(fileId) || !records.has(fileId))
        )
          throw new RuleError('FILE.MISSING', ['clearedPhotoIds'])
        return {
          next,
          changes: {
            pollutionTypes: admission.pollutionTypes,
            answerDueOn: next.answerDueOn,
            clearedPhotos: admission.clearedPhotoIds.length,
          },
          also: async (acting) => {
            await parts.records.clear([...records.values()])(acting.transaction)
            if (awaitsRecheck && next.taskId) await relapseOn(acting, next.taskId)
          },
        }
      },
    )
  }
