/** The running service: the cloud's pieces on one loopback port, what the proxy reaches on another. */
import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { existsSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { guardOrigin } from '@/local/ground/guard-origin'
import { registerErrorAnswers } from '@/local/gateway/register-error-answers'
import { registerWebRoutes } from '@/local/gateway/register-web-routes'
import type { Parts } from '@/local/make-parts'
import { startCloud } from '@/local/start-cloud'
import { registerFileRoutes } from '@/local/storage/register-file-routes'
import { OperatorError } from '../operator/operator-error'
import { writeWhole } from '../write-whole.mjs'
import { registerAccountRoutes } from './account-routes'
import type { Accounts } from './accounts'
import { Backups } from './backups'
import { registerCallRoute } from './call-route'
import { guard } from './guard'
import { registerHealth } from './health'
import type { ServeOptions } from './options'

const mostUploadBytes = 50 * 1024 * 1024

export interface Built {
  /** Folders and files of this version, and what it is known by. */
  readonly functions: string
  readonly schema: string
  readonly web: string
  readonly version: string
}

interface Running {
  readonly port: number
  readonly close: () => Promise<void>
}

interface Options extends ServeOptions {
  readonly built: Built
  readonly accounts: Accounts
  readonly accountsFile: string
  readonly environment: Record<string, string>
  readonly log: (line: string) => void
}

/** @throws OperatorError `SERVE.COPY`: without a copy another version does not touch the data */
const copyBeforeUpgrade = async (file: string, version: string, backups: Backups) => {
  const before = existsSync(file) ? readFileSync(file, 'utf8').trim() : null
  if (before === version) return
  if (before !== null && !(await backups.make('upgrade')))
    throw new OperatorError('SERVE.COPY', '升级前的备份没有做成（多半是磁盘满了），没有启动')
  writeWhole(file, `${version}\n`)
}

const files = (server: FastifyInstance, parts: Parts) =>
  registerFileRoutes(server, (environment) => (environment ? null : parts.files), mostUploadBytes)

/** What the proxy reaches: nothing of the SDK's own requests, nothing of a demonstration. */
const outerServer = (parts: Parts, backups: Backups, options: Options): FastifyInstance => {
  const { built, origin, accounts, log } = options
  const server = Fastify({
    logger: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 4096 },
  })
  guard(server, origin)
  server.removeContentTypeParser('text/plain')
  registerErrorAnswers(server, (message) => log(`[http] ${message}`))
  files(server, parts)
  registerCallRoute(server, { parts, accounts, origin })
  registerAccountRoutes(server, { parts, accounts })
  registerHealth(server, { parts, backup: backups.state, version: built.version })
  registerWebRoutes(server, built.web)
  return server
}

/** @throws OperatorError, or what the data folder says of itself; nothing is left running then */
export const runServer = async (options: Options): Promise<Running> => {
  const { data, built, environment, log, accountsFile } = options
  let backups: Backups | null = null
  const cloud = await startCloud(
    { data, functions: built.functions, schema: built.schema, environment, envId: 'one-machine' },
    log,
    async (inner, parts) => {
      backups = new Backups({ parts, folder: options.backups, accountsFile, log })
      await copyBeforeUpgrade(`${data}.version`, built.version, backups)
      guardOrigin(inner)
      files(inner, parts)
    },
  )
  const nightly = backups! as Backups
  const outer = outerServer(cloud.parts, nightly, options)
  const close = async () => {
    nightly.stop()
    // What is under way is answered first; then nothing is asked any more.
    await outer.close()
    await cloud.close()
  }
  try {
    await outer.listen({ host: '127.0.0.1', port: options.port })
    nightly.start()
    return { port: (outer.server.address() as AddressInfo).port, close }
  } catch (error) {
    await close()
    throw error
  }
}
