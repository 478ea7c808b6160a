// `npm run serve`: builds what changed, then runs scripts/serve/main.ts in a process of its own.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from './build/stamp.mjs'
import { buildFunctions } from './build/functions.mjs'
import { buildServe, serveVersion } from './build/serve.mjs'
import { buildTaro } from './build/taro.mjs'

const web = 'dist/h5-serve'
const argv = process.argv.slice(2)
const bundle = await buildServe()
if (argv[0] !== 'code') {
  await buildFunctions()
  await buildTaro('h5', { local: false, output: web })
}
const built = {
  functions: path.join(root, 'dist/cloudfunctions'),
  schema: path.join(root, 'database/schema.json'),
  web: path.join(root, web),
  version: serveVersion(),
}
const child = spawn(process.execPath, [bundle, JSON.stringify(built), ...argv], {
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('close', (code) => process.exit(code ?? 1))
