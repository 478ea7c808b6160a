import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { type LocalCloud, startLocalCloud } from '@/local/start-local-cloud'

export const root = path.resolve(__dirname, '../../..')
const support = __dirname

/** A value of each variable that a deployment asks for; the secrets are sentinels. */
export const rightVariables: Readonly<Record<string, string>> = {
  IDENTITY_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
  FIRST_ADMINISTRATOR: 'o1234567890123456789012345_A',
  HOST_NAME: '茂名市生态环境局',
  CITY_NAME: '茂名市',
  CITY_REGION: '440900',
  FILING_NUMBER: '粤ICP备12345678号-1X',
  COMPLAINT_PHONE: '12345',
  TEMPLATE_ANSWER_READY: 'A'.repeat(43),
  TEMPLATE_DEADLINE: 'B'.repeat(43),
  TEMPLATE_TIMELINE: 'C'.repeat(43),
  WECHAT_APPID: 'wx0123456789abcdef',
  WECHAT_SECRET: '0123456789abcdef0123456789abcdef',
  ALARM_WEBHOOK: `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${'0a1b'.repeat(9)}`,
}

/** Codes in the order in which they are said. */
export const codes = (text: string) => [...text.matchAll(/[A-Z]+\.[A-Z_]+/g)].map(([code]) => code)

/** An environment in which nothing was ever done. */
export const blank = { functions: {}, tables: {}, rules: {}, storage: 'PRIVATE' }

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Starts a script of node with exactly these variables beside the machine's own. */
const start = (script: string, args: readonly string[], env: Readonly<Record<string, string>>) => {
  const preload = ['--require', path.join(support, 'fast-waits.cjs')]
  const child = spawn(process.execPath, [...preload, path.join(root, script), ...args], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => (out += chunk))
  child.stderr.on('data', (chunk) => (err += chunk))
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code) => resolve({ code, out, err })),
  )
  return { child, ended }
}

export const run = (...what: Parameters<typeof start>): Promise<Ended> => start(...what).ended

/** Tencent's place on this machine, with a folder for what the deployment keeps. */
export class Tencent {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'deploy-'))
  readonly key = path.join(this.folder, 'key.pem')
  readonly cert = path.join(this.folder, 'cert.pem')
  private server: ChildProcessWithoutNullStreams | null = null
  private lines: AsyncIterator<string> | null = null
  private reader: Interface | null = null
  private port = 0
  private documents: LocalCloud | null = null

  async start(): Promise<void> {
    execFileSync(process.execPath, [path.join(support, 'install-manager.mjs')])
    execFileSync(process.execPath, [path.join(support, 'make-certificate.mjs'), this.folder])
    this.documents = await startLocalCloud({ quiet: true })
    const script = path.join(support, 'serve-stand-in.mjs')
    this.server = spawn(process.execPath, [script, this.key, this.cert], {
      env: { ...process.env, STAND_IN_DATA: this.documents.origin },
    })
    this.reader = createInterface({ input: this.server.stdout })
    this.lines = this.reader[Symbol.asyncIterator]()
    this.port = Number(await this.line())
  }

  /** What the environment holds; sets it first when asked to. */
  async tell(change: object = {}): Promise<{ cloud: Cloud; calls: string[] }> {
    this.server?.stdin.write(`${JSON.stringify(change)}\n`)
    return JSON.parse(await this.line()) as { cloud: Cloud; calls: string[] }
  }
  /** What a process needs to reach the stand-in in place of Tencent. */
  get env(): Record<string, string> {
    return {
      TENCENTCLOUD_SECRETID: 'id',
      TENCENTCLOUD_SECRETKEY: 'key',
      NODE_EXTRA_CA_CERTS: this.cert,
      https_proxy: `http://127.0.0.1:${this.port}`,
      DEPLOY_FOLDER: path.join(this.folder, 'kept'),
      STAND_IN_DATA: this.documents!.origin,
    }
  }

  startDeploy(args: readonly string[], variables: object = rightVariables) {
    return start('scripts/deploy.mjs', ['--env', 'zheng-gai-1', ...args], {
      ...this.env,
      ...variables,
    })
  }

  deploy(args: readonly string[], variables: object = rightVariables): Promise<Ended> {
    return this.startDeploy(args, variables).ended
  }

  async stop(): Promise<void> {
    this.server?.stdin.end()
    await new Promise((resolve) => this.server?.on('close', resolve))
    await this.documents?.close()
    rmSync(this.folder, { recursive: true, force: true })
  }

  private async line(): Promise<string> {
    const { value, done } = (await this.lines?.next()) ?? { value: '', done: true }
    if (done) throw new Error('the stand-in ended')
    return value
  }
}

export interface Cloud {
  readonly tables: Record<string, { Name: string }[]>
  readonly rules: Record<string, string>
  readonly storage: string
  readonly functions: Record<
    string,
    {
      readonly Runtime: string
      readonly MemorySize: number
      readonly Environment: { readonly Variables: readonly { Key: string; Value: string }[] }
      readonly Triggers: readonly { TriggerName: string }[]
      readonly zip: string
    }
  >
}
