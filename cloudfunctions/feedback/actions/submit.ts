import { RuleError } from '@/domain/refusal'
import type { PublicState } from '@/domain/task/schedule'
import type { Handler, ParsedInput } from '../../_kit/handler'
import { requireFiles } from '../../_stores/attached-files'
import { contentFlag } from '../content-flag'
import type { Parts } from '../parts'
import { storeReport } from '../store-report'

type Input = ParsedInput<'feedback.submit'>

/** A place that exists; a task only where residents can see it, with the state they read. */
const requireNamed = async (
  { organization, publicTasks }: Pick<Parts, 'organization' | 'publicTasks'>,
  { regionCode, taskId }: Input,
): Promise<PublicState | null> => {
  const regions = await organization.regions(regionCode ? [regionCode] : [])
  if (regionCode !== null && !regions.has(regionCode))
    throw new RuleError('THING.NOT_FOUND', ['regionCode'])
  if (taskId === null) return null
  const task = await publicTasks.find(taskId)
  if (!task) throw new RuleError('THING.NOT_FOUND', ['taskId'])
  return task.facts.state
}

/**
 * 提交. First the report is safe, then WeChat is asked about its words: whatever it says, or
 * whether it answers at all, the reporter has the receipt.
 */
export const submit =
  (parts: Parts): Handler<'feedback.submit'> =>
  async (input, call) => {
    const state = await requireNamed(parts, input)
    const files = await requireFiles(
      parts,
      [
        { fileIds: input.photoIds, kind: 'photo', field: 'photoIds' },
        { fileIds: input.voiceId ? [input.voiceId] : [], kind: 'voice', field: 'voiceId' },
      ],
      call.actor,
      call.newId('feedback'),
    )
    // Whatever button it was written from: on a closed task it says that the matter is back.
    const report = { ...input, ...(state === 'closed' && { relapse: true as const }) }
    const receipt = await storeReport(parts, report, call, files, (stored) => stored)
    const flag = await contentFlag(parts.wechat, call.openid, `${input.words}\n${input.place}`)
    if (flag !== 'unchecked') await parts.originals.flag(receipt.id, 'report', flag)
    return receipt
  }
