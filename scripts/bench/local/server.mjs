import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { once } from 'node:events'

const require = createRequire(import.meta.url)
// Without this the SDK asks a metadata service before every call.
process.env.TENCENTCLOUD = 'true'
const tcb = require('@cloudbase/node-sdk')

const children = new Set()
// A failure anywhere must leave no server behind.
process.on('exit', () => children.forEach((child) => child.kill('SIGKILL')))

/**
 * Starts a server that prints its service address on a line of its own.
 * @param environment beside this process's own
 */
export async function startServer(script, args, environment = {}) {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  })
  children.add(child)
  child.once('exit', () => children.delete(child))
  let out = ''
  const endpoint = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      out += chunk
      const found = /^http:\/\/127\.0\.0\.1:\d+\/admin$/m.exec(out)?.[0]
      if (found) resolve(found)
    })
    child.once('exit', (code) =>
      reject(new Error(`the server ended with ${code} before it was ready`)),
    )
  })
  const stop = async () => {
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
  }
  return { endpoint, stop, pid: child.pid }
}

/** The database as the unmodified SDK reaches it. */
export const database = (endpoint) =>
  tcb.init({ env: 'local-env', secretId: 'any', secretKey: 'any', serviceUrl: endpoint }).database()

/** One request of the wire protocol, without the SDK's own cost. */
export async function post(endpoint, body) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer = await response.json()
  if (answer.code) throw new Error(`${answer.code}: ${answer.message}`)
  return answer
}
