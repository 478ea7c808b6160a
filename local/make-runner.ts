import type { SettableClock } from './clock/settable-clock'
import { readFunctions } from './functions/function-config'
import { functionEnvironment } from './functions/function-environment'
import { FunctionRunner } from './functions/function-runner'
import type { CallRecord } from './functions/function-runner'
import type { LocalCloudOptions } from './local-cloud-options'

export interface RunnerSurroundings {
  envId: string
  appId: string
  clock: SettableClock
  /** Known once the server listens. */
  address: { origin: string }
  onCall: (call: CallRecord) => void
  log: (line: string) => void
}

/** @throws FunctionConfigError when a folder holds no function */
export function makeRunner(
  options: LocalCloudOptions,
  { envId, appId, clock, address, onCall, log }: RunnerSurroundings,
): FunctionRunner {
  const runner = new FunctionRunner({
    functions: options.functions === undefined ? [] : readFunctions(options.functions),
    environment: () => ({
      given: functionEnvironment(address.origin, envId),
      available: {
        WECHAT_API_BASE: `${address.origin}/wechat`,
        WECHAT_APP_ID: appId,
        WECHAT_APP_SECRET: 'local-app-secret',
        ...(options.environment ?? process.env),
      },
    }),
    envId,
    offsetMs: () => clock.offsetMs,
    standingAt: () => clock.standingAt,
    now: () => clock.now(),
    mostProcesses: options.mostProcesses ?? 3,
    ...(options.functionIdleMs === undefined ? {} : { idleMs: options.functionIdleMs }),
    log: (name, line) => {
      if (!options.quiet) log(`[${name}] ${line}`)
    },
    onCall,
  })
  clock.onAdvance((offset) => runner.setOffset(offset))
  return runner
}
