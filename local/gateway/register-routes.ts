import type { FastifyInstance } from 'fastify'
import { registerArchiveRoute } from '../archive/register-archive-route'
import { saveClock } from '../clock/keep-clock'
import { registerFaultHooks } from '../faults/register-fault-hooks'
import type { JumpResult } from '../functions/timer-schedule'
import { registerInspection } from '../inspection/register-inspection'
import type { LocalCloudOptions } from '../local-cloud-options'
import type { Log, Parts } from '../make-parts'
import { registerFileRoutes } from '../storage/register-file-routes'
import { registerWeChatControl } from '../wechat/register-wechat-control'
import { registerWeChatRoutes } from '../wechat/register-wechat-routes'
import { guardOrigin } from '../ground/guard-origin'
import { loopbackOnly } from './loopback-only'
import { beginWithPage, registerCallRoute } from './register-call-route'
import { registerControlRoutes } from './register-control-routes'
import { registerErrorAnswers, registerNothingFound } from './register-error-answers'
import { registerWebRoutes } from './register-web-routes'

/** The file of a large case is some hundred MB; COS itself takes 5 GB in one request. */
const MOST_UPLOAD_BYTES = 1024 * 1024 * 1024

/** Moves the clock forward to epoch ms, firing timers on the way, and keeps where it is. */
export async function jumpAndKeep(
  { timers, store, clock }: Pick<Parts, 'timers' | 'store' | 'clock'>,
  to: number,
  most?: number,
): Promise<JumpResult> {
  const result = await timers.jump(to, most)
  await saveClock(store, clock)
  return result
}

/** Everything the server answers besides the SDK's own requests. */
export function registerRoutes(
  server: FastifyInstance,
  parts: Parts,
  options: LocalCloudOptions,
  log: Log,
): void {
  const { sessions, clock, runner, appId, faults } = parts
  const withControl = options.demo === true || options.control === true
  guardOrigin(server)
  // A page of another origin may post text without asking first: only JSON is read.
  server.removeContentTypeParser('text/plain')
  registerErrorAnswers(server, (message) => log(`[http] ${message}`))
  if (faults) registerFaultHooks(server, faults)
  registerFileRoutes(
    server,
    (environment) => parts.environments.find(environment)?.files ?? null,
    options.mostUploadBytes ?? MOST_UPLOAD_BYTES,
  )
  registerWeChatRoutes(server, parts.standIn)
  registerCallRoute(server, {
    runner,
    sessions,
    appId,
    trustHeader: withControl,
    faults,
    onPerson: (openid) => parts.lastSeen.set(openid, clock.now()),
  })
  if (withControl)
    void server.register(async (scope) => {
      loopbackOnly(scope)
      const jump = (to: number) => jumpAndKeep(parts, to)
      registerControlRoutes(scope, { ...parts, jump })
      const { queries, requests } = parts
      if (queries && requests) registerInspection(scope, { ...parts, queries, requests, jump })
      registerWeChatControl(scope, parts.standIn, options.control === true)
      registerArchiveRoute(scope, parts, (message) => log(`[archive] ${message}`))
    })
  if (options.web === undefined) return registerNothingFound(server)
  beginWithPage(server, sessions)
  registerWebRoutes(server, options.web)
}
