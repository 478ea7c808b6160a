import type { FastifyInstance } from 'fastify'
import type { AddressInfo } from 'node:net'
import { restoreClock, saveClock } from './clock/keep-clock'
import { createHttpServer } from './gateway/create-server'
import type { LocalCloudOptions } from './local-cloud-options'
import { makeParts } from './make-parts'
import type { Log, Parts } from './make-parts'
import { openKept } from './open-environments'

/** Pieces that run, and the way to put them away; `close` may be asked for more than once. */
export interface StartedCloud {
  parts: Parts
  server: FastifyInstance
  close: () => Promise<void>
}

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

/**
 * Starts what every program needs that speaks for the cloud, on 127.0.0.1.
 * @param register says what the server answers besides the SDK's own requests; data are open by then, no timer runs
 * @throws DirectoryInUse | DamagedLog | IndexViolated | SchemaError | FunctionConfigError, or the listening error of a
 *   taken port; nothing is left running then
 */
export async function startCloud(
  options: LocalCloudOptions,
  log: Log,
  register: (server: FastifyInstance, parts: Parts) => Promise<void> | void,
): Promise<StartedCloud> {
  const parts = makeParts(options, log)
  const server = createHttpServer(parts.dispatch, parts.requests?.add ?? null)
  let closing: Promise<void> | null = null
  const close = () => (closing ??= closeParts(parts, server))
  try {
    openKept(parts.environments, options.data)
    // The doors open when the data are known to be sound: until then nothing is written.
    await parts.environments.proven()
    await restoreClock(parts.store, parts.clock, options.startAt)
    await register(server, parts)
    parts.realtime.attach(server.server)
    await server.listen({ host: '127.0.0.1', port: options.port ?? 0 })
    parts.address.origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
    parts.timers.start()
    parts.standIn.start()
    return { parts, server, close }
  } catch (error) {
    await close()
    throw error
  }
}
