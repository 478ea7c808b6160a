import type { AddressInfo } from 'node:net'
import { jumpAndKeep, registerRoutes } from './gateway/register-routes'
import type { LocalCloud, LocalCloudOptions } from './local-cloud-options'
import { startCloud } from './start-cloud'
import type { StartedCloud } from './start-cloud'

export type { LocalCloud, LocalCloudOptions } from './local-cloud-options'

function handle({ parts, server, close }: StartedCloud): LocalCloud {
  const { clock, timers, runner, appId, faults } = parts
  const { origin } = parts.address
  const uses = (openid: string) => void parts.lastSeen.set(openid, clock.now())
  return {
    port: (server.server.address() as AddressInfo).port,
    origin,
    endpoint: `${origin}/admin`,
    envId: parts.envId,
    clock: {
      now: () => clock.now(),
      standAt: (at) => clock.standAt(at),
      jump: (to, most) => jumpAndKeep(parts, to, most),
    },
    timers,
    messages: parts.ledger,
    get faults() {
      if (!faults) throw new Error('faults exist only with control: true')
      return faults
    },
    call: (name, event, openid) => {
      uses(openid)
      return runner.invoke(name, event, { kind: 'person', openid, appId })
    },
    uses,
    onChange: (listener) => parts.store.subscribe(listener),
    push: (name, message, openid) =>
      runner.invoke(name, message, { kind: 'push', openid: openid ?? null, appId }),
    calls: () => parts.calls,
    close,
  }
}

/**
 * Starts the local cloud on 127.0.0.1.
 * @throws DirectoryInUse | DamagedLog | IndexViolated | SchemaError | FunctionConfigError, or the listening error of a
 *   taken port; nothing is left running then
 */
export async function startLocalCloud(options: LocalCloudOptions = {}): Promise<LocalCloud> {
  const log = options.log ?? ((line: string) => void process.stderr.write(`${line}\n`))
  return handle(
    await startCloud(options, log, (server, parts) => registerRoutes(server, parts, options, log)),
  )
}
