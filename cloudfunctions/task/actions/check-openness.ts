import type { Handler } from '../../_kit/handler'
import { type CheckDeps, recordCheck } from '../record-check'

/** 公开审查 by the publisher, another person than the one who checked secrecy. */
export const checkOpenness =
  (deps: CheckDeps): Handler<'task.checkOpenness'> =>
  (read, call) =>
    recordCheck(deps, 'openness', read, call)
