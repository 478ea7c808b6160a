import { setTimeout as sleep } from 'node:timers/promises'
import type { DocumentStore } from '../engine/store'
import type { Action, Actions, Parameters } from '../ground/action'
import { transactionConflict } from '../ground/cloud-error'
import type { FaultList } from './fault-list'
import type { FaultRule } from './fault-rule'
import { fail, sufferingOf } from './suffer-faults'

/** A function can be struck by its own name besides the action that calls it. */
function pointsOf(name: string, { function_name: called }: Parameters): string[] {
  return name === 'functions.invokeFunction' && typeof called === 'string'
    ? [name, `functions.${called}`]
    : [name]
}

/** Only what happens inside a transaction can be in conflict with another one. */
const canConflict = (name: string, { transactionId }: Parameters) =>
  name.startsWith('database.') &&
  name !== 'database.abortTransaction' &&
  typeof transactionId === 'string'

function faulty(name: string, action: Action, faults: FaultList, store: DocumentStore): Action {
  const conflict = ({ transactionId }: Parameters): never => {
    store.abort(store.transaction(transactionId))
    throw transactionConflict()
  }
  return async (parameters, requestId) => {
    if (faults.empty) return action(parameters, requestId)
    const applies = ({ kind }: FaultRule) => kind !== 'conflict' || canConflict(name, parameters)
    const { ms, end } = sufferingOf(faults, pointsOf(name, parameters), applies)
    if (ms > 0) await sleep(ms)
    if (end?.kind === 'conflict') return conflict(parameters)
    if (end?.when === 'before') return fail(end)
    const answer = await action(parameters, requestId)
    return end ? fail(end) : answer
  }
}

/** The same actions, each struck by the rules that name it. */
export function faultyActions(actions: Actions, faults: FaultList, store: DocumentStore): Actions {
  return Object.fromEntries(
    Object.entries(actions).map(([name, action]) => [name, faulty(name, action, faults, store)]),
  )
}
