import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'

const SCRIPT = join(__dirname, '..', '..', '..', 'scripts', 'local-cloud.mjs')

export interface Server {
  child: ChildProcess
  endpoint: string
  errors: () => string
}

/** Starts the command line as a process of its own and waits for its address. */
export const start = (...args: string[]) => startScript(SCRIPT, ...args)

/** Starts a script that prints its address as the command line does. */
export function startScript(script: string, ...args: string[]): Promise<Server> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let err = ''
  child.stderr.on('data', (chunk: Buffer) => (err += String(chunk)))
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += String(chunk)
      const endpoint = /^http:\/\/127\.0\.0\.1:\d+\/admin$/m.exec(out)?.[0]
      if (endpoint) resolve({ child, endpoint, errors: () => err })
    })
    child.once('exit', (code) => reject(new Error(`exited with ${code}: ${err}`)))
  })
}

export const exit = ({ child }: Server) =>
  new Promise<number | null>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
    else child.once('exit', (code) => resolve(code))
  })

/** One request of the wire protocol; rejects when the server is gone or refuses. */
export async function request(endpoint: string, body: object): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(body) })
  const answer = (await response.json()) as Record<string, unknown>
  if (answer.code) throw new Error(String(answer.message))
  return answer
}
