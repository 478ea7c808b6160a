import type { DocumentStore } from './engine/store'
import type { FaultList } from './faults/fault-list'
import { faultyActions } from './faults/faulty-actions'
import { functionActions } from './functions/function-actions'
import type { FunctionRunner } from './functions/function-runner'
import type { LocalCloudOptions } from './local-cloud-options'
import type { QueryLimits } from './query/find-documents'
import type { RealtimeServer } from './realtime/realtime-server'
import type { FileStore } from './storage/file-store'
import { storageActions } from './storage/storage-actions'
import { knownPersons } from './wechat/known-persons'
import type { WeChatStandIn } from './wechat/stand-in'
import { wechatActions } from './wechat/wechat-actions'
import { databaseReads } from './wire/actions/database-reads'
import { databaseWrites } from './wire/actions/database-writes'
import { createDispatch } from './wire/dispatch-action'
import type { Dispatch, DispatchOptions } from './wire/dispatch-action'

export interface DispatchParts {
  store: DocumentStore
  clock: { now: () => number }
  files: FileStore
  runner: FunctionRunner
  address: { origin: string }
  faults: FaultList | null
  realtime: RealtimeServer
  standIn: WeChatStandIn
  envId: string
  appId: string
  lastSeen: ReadonlyMap<string, number>
}

/** What queries may cost, by the options. */
export function queryLimits({ strict = false }: Pick<LocalCloudOptions, 'strict'>): QueryLimits {
  return {
    strict: strict !== false,
    mostExamined: typeof strict === 'object' ? strict.mostExamined : null,
  }
}

/** Every action the SDK can ask for, struck by faults where there can be any. */
export function makeDispatch(
  options: Pick<LocalCloudOptions, 'strict'>,
  parts: DispatchParts,
  heard: DispatchOptions,
): Dispatch {
  const context = {
    store: parts.store,
    now: () => parts.clock.now(),
    limits: queryLimits(options),
  }
  const actions = {
    ...databaseReads(context),
    ...databaseWrites(context),
    ...storageActions(parts.files, () => parts.address.origin),
    ...functionActions(parts.runner),
    ...parts.realtime.actions(),
    ...wechatActions({ ...parts, knows: knownPersons(parts.store, parts.lastSeen) }),
  }
  return createDispatch(
    parts.faults ? faultyActions(actions, parts.faults, parts.store) : actions,
    heard,
  )
}
