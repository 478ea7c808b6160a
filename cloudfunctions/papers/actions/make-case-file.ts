import { caseFileAt } from '@/domain/papers/case-file'
import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import { readCase } from '../case-state'
import { makeCaseFile as make } from '../make-case-file'
import type { Parts } from '../parts'

/** One at a time for a case. @throws RuleError `THING.BUSY` while it is being made */
export const makeCaseFile =
  (parts: Parts): Handler<'papers.makeCaseFile'> =>
  async ({ taskId }, call) => {
    const state = await readCase(parts, taskId, call)
    const before = caseFileAt(await parts.caseFiles.find(taskId), call.now)
    if (before.state === 'making') throw new RuleError('THING.BUSY')
    const ready = await make(parts, state, { ...before, since: call.now })
    return { state: ready.state }
  }
