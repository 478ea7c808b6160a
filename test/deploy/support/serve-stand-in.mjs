/**
 * The stand-in as a process of its own. Prints its port; then answers each line of JSON on its
 * standard input, `{ cloud?, refuse?, hold?, untilHeld? }`, with what it holds: `{ cloud, calls }`.
 */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { emptyCloud, startStandIn } from './tencent-stand-in.mjs'

const [keyFile, certFile] = process.argv.slice(2)
const certificate = { key: readFileSync(keyFile), cert: readFileSync(certFile) }
const standIn = await startStandIn(emptyCloud('zheng-gai-1'), certificate)
console.log(standIn.port)
for await (const line of createInterface({ input: process.stdin })) {
  const { cloud, refuse, hold, untilHeld } = JSON.parse(line)
  if (cloud) standIn.cloud = { ...emptyCloud('zheng-gai-1'), ...cloud }
  if (refuse !== undefined)
    standIn.refuse =
      refuse && ((action) => (new RegExp(refuse.action).test(action) ? refuse.with : null))
  if (hold !== undefined) standIn.hold(hold)
  if (untilHeld) await standIn.untilHeld()
  console.log(JSON.stringify({ cloud: standIn.cloud, calls: standIn.calls.splice(0) }))
}
await standIn.stop()
