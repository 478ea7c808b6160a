import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import type { AddressInfo } from 'node:net'
import { restoreClock, saveClock } from './clock/keep-clock'
import type { JumpResult } from './functions/timer-schedule'
import { guardOrigin } from './gateway/guard-origin'
import { registerCallRoute } from './gateway/register-call-route'
import { registerControlRoutes } from './gateway/register-control-routes'
import { registerErrorAnswers, registerNothingFound } from './gateway/register-error-answers'
import { registerWebRoutes } from './gateway/register-web-routes'
import type { LocalCloud, LocalCloudOptions } from './local-cloud-options'
import { registerFileRoutes } from './storage/register-file-routes'
import { registerWeChatRoutes } from './wechat/register-wechat-routes'
import { registerAdminRoute } from './wire/register-admin-route'
import { makeParts } from './make-parts'
import type { Log, Parts } from './make-parts'

export type { LocalCloud, LocalCloudOptions } from './local-cloud-options'

const MOST_UPLOAD_BYTES = 50 * 1024 * 1024

function registerRoutes(
  server: FastifyInstance,
  parts: Parts,
  options: LocalCloudOptions,
  log: Log,
): void {
  const { store, sessions, clock, timers, ledger, runner, appId } = parts
  const withControl = options.demo === true || options.control === true
  guardOrigin(server)
  // A page of another origin may post text without asking first: only JSON is read.
  server.removeContentTypeParser('text/plain')
  registerErrorAnswers(server, (message) => log(`[http] ${message}`))
  registerAdminRoute(server, parts.dispatch)
  registerFileRoutes(server, parts.files, options.mostUploadBytes ?? MOST_UPLOAD_BYTES)
  registerWeChatRoutes(server, parts.standIn)
  registerCallRoute(server, {
    runner,
    sessions,
    appId,
    trustHeader: withControl,
    onPerson: (openid) => parts.lastSeen.set(openid, clock.now()),
  })
  if (withControl) {
    const forTests = options.control === true
    registerControlRoutes(server, {
      store,
      sessions,
      clock,
      timers,
      jump: (to) => jumpAndKeep(parts, to),
      ledger,
      calls: () => parts.calls,
      forTests,
    })
  }
  if (options.web === undefined) registerNothingFound(server)
  else registerWebRoutes(server, options.web)
}

async function closeParts(parts: Parts, server: FastifyInstance): Promise<void> {
  parts.timers.stop()
  await server.close()
  await parts.runner.close()
  try {
    await saveClock(parts.store, parts.clock)
  } finally {
    await parts.store.close()
  }
}

async function jumpAndKeep(
  { timers, store, clock }: Omit<Parts, 'dispatch'>,
  to: number,
  most?: number,
): Promise<JumpResult> {
  const result = await timers.jump(to, most)
  await saveClock(store, clock)
  return result
}

function handle(parts: Parts, server: FastifyInstance): LocalCloud {
  const { clock, timers, runner, appId } = parts
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
    call: (name, event, openid) => {
      parts.lastSeen.set(openid, clock.now())
      return runner.invoke(name, event, { kind: 'person', openid, appId })
    },
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
  const server = Fastify({
    logger: false,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 4096 },
  })
  try {
    await restoreClock(parts.store, parts.clock, options.startAt)
    registerRoutes(server, parts, options, log)
    await server.listen({ host: '127.0.0.1', port: options.port ?? 0 })
    parts.address.origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
    parts.timers.start()
    return handle(parts, server)
  } catch (error) {
    await closeParts(parts, server)
    throw error
  }
}
