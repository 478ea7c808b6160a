import type { FastifyInstance } from 'fastify'
import type { AddressInfo } from 'node:net'
import { restoreClock, saveClock } from './clock/keep-clock'
import { createHttpServer } from './gateway/create-server'
import { jumpAndKeep, registerRoutes } from './gateway/register-routes'
import type { LocalCloud, LocalCloudOptions } from './local-cloud-options'
import { openKept } from './open-environments'
import { makeParts } from './make-parts'
import type { Parts } from './make-parts'

export type { LocalCloud, LocalCloudOptions } from './local-cloud-options'

async function closeParts(parts: Parts, server: FastifyInstance): Promise<void> {
  parts.timers.stop()
  // A fault left switched on must not keep what is to be put away from the disk.
  parts.faults?.clear()
  parts.realtime.close()
  parts.standIn.close()
  await server.close()
  await parts.runner.close()
  try {
    await saveClock(parts.store, parts.clock)
  } finally {
    await parts.environments.close()
    await parts.store.close()
  }
}

function handle(parts: Parts, server: FastifyInstance): LocalCloud {
  const { clock, timers, runner, appId, faults } = parts
  const { origin } = parts.address
  let closing: Promise<void> | null = null
  return {
    port: (server.server.address() as AddressInfo).port,
    origin,
    endpoint: `${origin}/admin`,
    envId: parts.envId,
    clock: {
      now: () => clock.now(),
      jump: (to, most) => jumpAndKeep(parts, to, most),
    },
    timers,
    messages: parts.ledger,
    get faults() {
      if (!faults) throw new Error('faults exist only with control: true')
      return faults
    },
    call: (name, event, openid) => {
      parts.lastSeen.set(openid, clock.now())
      return runner.invoke(name, event, { kind: 'person', openid, appId })
    },
    push: (name, message, openid) =>
      runner.invoke(name, message, { kind: 'push', openid: openid ?? null, appId }),
    calls: () => parts.calls,
    close: () => (closing ??= closeParts(parts, server)),
  }
}

/**
 * Starts the local cloud on 127.0.0.1.
 * @throws DirectoryInUse | DamagedLog | SchemaError | FunctionConfigError, or the listening error of a taken port;
 *   nothing is left running then
 */
export async function startLocalCloud(options: LocalCloudOptions = {}): Promise<LocalCloud> {
  const log = options.log ?? ((line: string) => void process.stderr.write(`${line}\n`))
  const parts = makeParts(options, log)
  const server = createHttpServer(parts.dispatch, parts.requests?.add ?? null)
  try {
    openKept(parts.environments, options.data)
    await restoreClock(parts.store, parts.clock, options.startAt)
    registerRoutes(server, parts, options, log)
    parts.realtime.attach(server.server)
    await server.listen({ host: '127.0.0.1', port: options.port ?? 0 })
    parts.address.origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
    parts.timers.start()
    parts.standIn.start()
    return handle(parts, server)
  } catch (error) {
    await closeParts(parts, server)
    throw error
  }
}
