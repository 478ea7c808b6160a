import type { FunctionConfig } from './function-config'

/** Who causes an event. Only a person has an openid. */
export type Caller =
  { kind: 'person'; openid: string; appId: string } | { kind: 'timer' } | { kind: 'server' }

/**
 * `context` as the cloud hands it to a function: `tcb.parseContext(context)` reads `environment` (JSON), and
 * older code reads `environ` (`K=V;K=V`). The caller's openid is in it and nowhere else.
 */
export function functionContext(
  config: FunctionConfig,
  envId: string,
  requestId: string,
  caller: Caller,
): Record<string, unknown> {
  const environment: Record<string, string> = {
    TCB_ENV: envId,
    SCF_NAMESPACE: envId,
    TRIGGER_SRC: caller.kind === 'timer' ? 'timer' : caller.kind === 'person' ? 'wx_client' : 'tcb',
    TCB_CONTEXT_KEYS: 'TCB_ENV,TRIGGER_SRC',
  }
  if (caller.kind === 'person') {
    environment.WX_CONTEXT_KEYS = 'WX_OPENID,WX_APPID'
    environment.WX_OPENID = caller.openid
    environment.WX_APPID = caller.appId
    environment.LOGINTYPE = 'WECHAT-MINI'
  }
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
