import { RuleError } from '@/domain/refusal'
import type { Handler, ParsedInput } from '../../_kit/handler'
import { requireFiles } from '../../_stores/attached-files'
import { contentFlag } from '../content-flag'
import type { Parts } from '../parts'
import { storeReport } from '../store-report'

type Input = ParsedInput<'feedback.submit'>

/** A place that exists; a task only where residents can see it. */
const requireNamed = async (
  { organization, publicTasks }: Pick<Parts, 'organization' | 'publicTasks'>,
  { regionCode, taskId }: Input,
): Promise<void> => {
  const regions = await organization.regions(regionCode ? [regionCode] : [])
  if (regionCode !== null && !regions.has(regionCode))
    throw new RuleError('THING.NOT_FOUND', ['regionCode'])
  if (taskId !== null && !(await publicTasks.find(taskId)))
    throw new RuleError('THING.NOT_FOUND', ['taskId'])
}

/**
 * 提交. First the report is safe, then WeChat is asked about its words: whatever it says, or
 * whether it answers at all, the reporter has the receipt.
 */
export const submit =
  (parts: Parts): Handler<'feedback.submit'> =>
  async (input, call) => {
    await requireNamed(parts, input)
    const files = await requireFiles(
      parts,
      [
        { fileIds: input.photoIds, kind: 'photo', field: 'photoIds' },
        { fileIds: input.voiceId ? [input.voiceId] : [], kind: 'voice', field: 'voiceId' },
      ],
      call.actor,
      call.newId('feedback'),
    )
    const receipt = await storeReport(parts, input, call, files, (stored) => stored)
    const flag = await contentFlag(parts.wechat, call.openid, `${input.words}\n${input.place}`)
    if (flag !== 'unchecked') await parts.originals.flag(receipt.id, 'report', flag)
    return receipt
  }
