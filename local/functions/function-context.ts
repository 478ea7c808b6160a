import type { FunctionConfig } from './function-config'

/**
 * Who causes an event. Only a person has an openid (null: one who is not known, as a visitor of a web page); in a message that WeChat pushes it is the sender's, or nobody's:
 * no public source says that the cloud always names him.
 */
export type Caller =
  | { kind: 'person'; openid: string | null; appId: string }
  | { kind: 'push'; openid: string | null; appId: string }
  | { kind: 'timer' }
  | { kind: 'server' }

/** `TRIGGER_SRC`. What the cloud writes there for a pushed message no public source shows. */
const TRIGGERS: Record<Caller['kind'], string> = {
  person: 'wx_client',
  push: 'wx_push',
  timer: 'timer',
  server: 'tcb',
}

/** What `getWXContext().SOURCE` names, by WeChat's list of sources. */
const SOURCES: Record<Caller['kind'], string> = {
  person: 'wx_client',
  push: 'wx_unknown',
  timer: 'wx_trigger',
  server: 'other',
}

/** The chain of a call, as `getWXContext().SOURCE` shows it: `wx_client,scf` for a function called by one. */
export function sourceOf(caller: Caller, parent: string | null): string {
  return parent === null ? SOURCES[caller.kind] : `${parent},scf`
}

/**
 * `context` as the cloud hands it to a function: `tcb.parseContext(context)` reads `environment` (JSON), and
 * older code reads `environ` (`K=V;K=V`). The caller's openid is in it and nowhere else.
 */
export function functionContext(
  config: FunctionConfig,
  envId: string,
  { requestId, caller, source }: { requestId: string; caller: Caller; source: string },
): Record<string, unknown> {
  const environment: Record<string, string> = {
    TCB_ENV: envId,
    SCF_NAMESPACE: envId,
    TRIGGER_SRC: TRIGGERS[caller.kind],
    TCB_SOURCE: source,
    TCB_CONTEXT_KEYS: 'TCB_ENV,TRIGGER_SRC,TCB_SOURCE',
  }
  if (caller.kind === 'person' || caller.kind === 'push') {
    environment.WX_CONTEXT_KEYS = caller.openid === null ? 'WX_APPID' : 'WX_OPENID,WX_APPID'
    if (caller.openid !== null) environment.WX_OPENID = caller.openid
    environment.WX_APPID = caller.appId
  }
  if (caller.kind === 'person')
    environment.LOGINTYPE = caller.openid === null ? 'ANONYMOUS' : 'WECHAT-MINI'
  return {
    callbackWaitsForEmptyEventLoop: false,
    request_id: requestId,
    function_name: config.name,
    function_version: '$LATEST',
    namespace: envId,
    memory_limit_in_mb: config.memoryMb,
    time_limit_in_ms: config.timeoutMs,
    environment: JSON.stringify(environment),
    environ: Object.entries(environment)
      .map(([key, value]) => `${key}=${value}`)
      .join(';'),
  }
}
