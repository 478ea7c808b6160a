import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { root } from './command'

export const origin = 'https://zhenggai.example'

export const named = {
  HOST_NAME: '茂名市生态环境局',
  CITY_NAME: '茂名市',
  CITY_REGION: '440900',
  FILING_NUMBER: '粤ICP备12345678号-1X',
  COMPLAINT_PHONE: '12345',
}

export interface Machine {
  readonly port: number
  readonly said: string
  /** Asks it to stop as a service manager does; its exit code. */
  stop(): Promise<number | null>
}

/** The service as it is started, of a version; rejects with what it said when it does not start. */
export const startMachine = (
  data: string,
  { version = 'one', args = [] as readonly string[], env = named as Record<string, string> } = {},
): Promise<Machine> =>
  new Promise((resolve, reject) => {
    const built = {
      functions: path.join(root, 'dist/cloudfunctions'),
      schema: path.join(root, 'database/schema.json'),
      web: path.join(root, 'dist/h5-serve'),
      version,
    }
    const child: ChildProcess = spawn(
      process.execPath,
      [
        path.join(root, 'dist/serve/main.cjs'),
        JSON.stringify(built),
        ...['--data', data, '--origin', origin, '--port', '0'],
        ...args,
      ],
      { env: { PATH: process.env.PATH ?? '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
    )
    const ended = new Promise<number | null>((done) => child.on('close', done))
    let said = ''
    let err = ''
    child.stderr?.on('data', (chunk) => (err += String(chunk)))
    child.stdout?.on('data', (chunk) => {
      said += String(chunk)
      const port = /127\.0\.0\.1:(\d+)/.exec(said)?.[1]
      const isWhole = said.endsWith('\n')
      if (port && isWhole)
        resolve({
          port: Number(port),
          get said() {
            return said
          },
          stop() {
            child.kill('SIGTERM')
            return ended
          },
        })
    })
    void ended.then((code) => reject(new Error(`${code} ${err}`)))
  })
