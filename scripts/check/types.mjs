/**
 * The types of everything. What tsc kept of the run before spares most of the work where little has changed; it
 * compares each file's text itself, and what it kept of a much older tree can end it, so that it begins anew then.
 */
import { rmSync } from 'node:fs'
import path from 'node:path'
import { bin, run } from './run.mjs'

const kept = '.test-out/types.tsbuildinfo'
const flags = ['--noEmit', '-p', 'tsconfig.json', '--incremental', '--tsBuildInfoFile', kept]
/** tsc itself has failed, and said nothing of the code. */
const isBroken = /RangeError|TypeError|Debug Failure/

export const types = async ({ root, cache }) => {
  const forget = () => rmSync(path.join(root, kept), { force: true })
  const compare = () => run(bin('tsc'), flags, { cwd: root })
  if (Object.keys(cache.steps).length === 0) forget()
  let { code, output } = await compare()
  if (code !== 0 && isBroken.test(output)) {
    forget()
    ;({ code, output } = await compare())
  }
  return { ok: code === 0, output }
}
