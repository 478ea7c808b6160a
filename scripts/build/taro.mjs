/** Builds the mini-program (weapp) or the pages for a browser (H5) from the one source. */
import { spawn } from 'node:child_process'
import path from 'node:path'
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
]

/** The local build carries the identity bar, the clock and the message box; a release does not. */
const settingsOf = (target, local) => ({
  TARO_APP_GATEWAY: target === 'h5' ? 'http' : 'cloud',
  TARO_APP_LOCAL: local ? '1' : '',
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

/** @returns true when it built */
export const buildTaro = (target, { local = target === 'h5' } = {}) => {
  const env = settingsOf(target, local)
  return buildIfChanged(
    {
      name: target,
      inputs,
      outputs: [target === 'h5' ? 'dist/h5/index.html' : 'dist/weapp/app.json'],
      extra: JSON.stringify(env),
    },
    () => run(target, env),
  )
}
