/** Builds the mini-program (weapp) or the pages for a browser (H5) from the one source. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { compressFolder } from './compress.mjs'
import { buildServiceWorker } from './service-worker.mjs'
import { buildIfChanged, root } from './stamp.mjs'

const inputs = [
  'src',
  'copy',
  'contract',
  'domain',
  'config',
  'babel.config.js',
  'package-lock.json',
  'project.config.json',
  'scripts/build/taro.mjs',
  'scripts/build/compress.mjs',
  'scripts/build/service-worker.mjs',
]

/** The local build carries the identity bar, the clock and the message box; a release does not. */
const settingsOf = (target, { local, environment, output }) => ({
  TARO_APP_GATEWAY: target === 'h5' ? 'http' : 'cloud',
  TARO_APP_LOCAL: local ? '1' : '',
  TARO_APP_CLOUD_ENV: environment,
  TARO_OUTPUT_ROOT: output,
})

const run = (target, env) =>
  new Promise((resolve, reject) => {
    const taro = path.join(root, 'node_modules/@tarojs/cli/bin/taro')
    const child = spawn(process.execPath, [taro, 'build', '--type', target, '--no-check'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    const keep = (chunk) => (said = (said + chunk).slice(-20_000))
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`taro build --type ${target} failed:\n${said}`))
    })
  })

/**
 * @param {'weapp' | 'h5'} target
 * @param {{local?: boolean, environment?: string, output?: string}} [options] `environment` is the
 *   id of the cloud environment that the mini-program calls; empty is the account's own choice
 * @returns true when it built
 */
export const buildTaro = (
  target,
  { local = target === 'h5', environment = '', output = `dist/${target}` } = {},
) => {
  const env = settingsOf(target, { local, environment, output })
  return buildIfChanged(
    {
      name: path.basename(output),
      inputs,
      outputs: [path.join(output, target === 'h5' ? 'index.html' : 'app.json')],
      extra: JSON.stringify(env),
    },
    async () => {
      await run(target, env)
      if (target !== 'h5') return
      const folder = path.join(root, output)
      await buildServiceWorker(folder)
      await compressFolder(folder)
    },
  )
}
