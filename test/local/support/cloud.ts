import tcb from '@cloudbase/node-sdk'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLocalCloud } from '@/local/start-local-cloud'
import type { LocalCloud, LocalCloudOptions } from '@/local/start-local-cloud'

// Without this the SDK asks the cloud's metadata service before every call.
process.env.TENCENTCLOUD = 'true'

export const sdk = (cloud: Pick<LocalCloud, 'endpoint' | 'envId'>) =>
  tcb.init({
    env: cloud.envId,
    secretId: 'any',
    secretKey: 'any',
    serviceUrl: cloud.endpoint,
  } as never)

export type App = ReturnType<typeof sdk>
export type Db = ReturnType<App['database']>

export interface TestCloud {
  cloud: LocalCloud
  app: App
  db: Db
  log: string[]
}

/** A local cloud that is closed after the tests of the file; its log lines are kept. */
export async function testCloud(options: LocalCloudOptions = {}): Promise<TestCloud> {
  const log: string[] = []
  const cloud = await startLocalCloud({ log: (line) => log.push(line), ...options })
  opened.push(cloud)
  const app = sdk(cloud)
  return { cloud, app, db: app.database(), log }
}

const opened: LocalCloud[] = []
const folders: string[] = []

afterAll(async () => {
  await Promise.all(opened.map((cloud) => cloud.close()))
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'local-cloud-'))
  folders.push(folder)
  return folder
}

/** Writes functions into a temporary directory: name → source of index.js, or source and config. */
export function functionsFolder(
  sources: Record<string, string | { code: string; config: unknown }>,
): string {
  const folder = temporaryFolder()
  for (const [name, source] of Object.entries(sources)) {
    mkdirSync(join(folder, name))
    const { code, config } =
      typeof source === 'string' ? { code: source, config: undefined } : source
    writeFileSync(join(folder, name, 'index.js'), code)
    writeFileSync(join(folder, name, 'package.json'), JSON.stringify({ name, main: 'index.js' }))
    if (config !== undefined)
      writeFileSync(join(folder, name, 'config.json'), JSON.stringify(config))
  }
  return folder
}

/** The code and text of a refusal, or null when the call succeeded. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ code: string; message: string } | null> {
  try {
    await call
    return null
  } catch (error) {
    const { code, message } = error as { code: string; message: string }
    return { code, message }
  }
}

/** Posts one request of the wire protocol as it stands. */
export async function post(cloud: LocalCloud, body: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(cloud.endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  expect(response.status).toBe(200)
  return (await response.json()) as Record<string, unknown>
}
