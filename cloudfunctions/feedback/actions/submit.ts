import { RuleError } from '@/domain/refusal'
import type { PublicState } from '@/domain/task/schedule-words'
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
 * 提交. WeChat is asked about the words for a moment only: whatever it says, or whether it answers at
 * all, the report is kept and the reporter has the receipt.
 */
export const submit =
  (parts: Parts): Handler<'feedback.submit'> =>
  async (input, call) => {
    const state = await requireNamed(parts, input)
    const [files, flag] = await Promise.all([
      requireFiles(
        parts,
        [
          { fileIds: input.photoIds, kind: 'photo', field: 'photoIds' },
          { fileIds: input.voiceId ? [input.voiceId] : [], kind: 'voice', field: 'voiceId' },
        ],
        call.actor,
        call.newId('feedback'),
      ),
      contentFlag(parts.wechat, call.openid, `${input.words}\n${input.place}`),
    ])
    // Whatever button it was written from: on a closed task it says that the matter is back.
    const report = { ...input, flag, ...(state === 'closed' && { relapse: true as const }) }
    return storeReport(parts, report, call, files, (stored) => stored)
  }
