import type { Handler } from '../../_kit/handler'
import { type CheckDeps, recordCheck } from '../record-check'

/** 保密审查 by the coordinator. */
export const checkSecrecy =
  (deps: CheckDeps): Handler<'task.checkSecrecy'> =>
  (read, call) =>
    recordCheck(deps, 'secrecy', read, call)
