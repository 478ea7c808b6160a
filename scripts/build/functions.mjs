/** Bundles every cloud function as it is deployed: one folder, one file, its own settings. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { buildIfChanged, root } from './stamp.mjs'

const source = path.join(root, 'cloudfunctions')
const output = path.join(root, 'dist/cloudfunctions')

/**
 * Parts of the SDK that none of our functions call: tickets of its own sign-in, XML that is written
 * (answers of the storage are only read). They would make every cold start longer; database, storage,
 * functions and WeChat calls work without them (measured).
 */
const unusedByUs =
  /^(@cloudbase\/ai|@cloudbase\/app|@cloudbase\/wx-cloud-client-sdk|web-streams-polyfill|jsonwebtoken|xmlbuilder)(\/.*)?$/

/** An object that answers every property, so that the SDK's top-level reads find something. */
const emptyModule =
  'module.exports = new Proxy(class Empty {}, { get: (t, k) => k === "prototype" ? t.prototype : k === "__esModule" ? false : t })'

const leaveOutUnused = {
  name: 'leave-out-unused',
  setup(build) {
    build.onResolve({ filter: unusedByUs }, ({ path: name }) => ({
      path: name,
      namespace: 'empty',
    }))
    build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({
      contents: emptyModule,
      loader: 'js',
    }))
    // 10 KB of lines for a terminal that a set DEBUG asks for: with the headers of requests in them.
    build.onResolve({ filter: /^debug$/ }, () => ({ path: 'debug', namespace: 'silent' }))
    build.onLoad({ filter: /.*/, namespace: 'silent' }, () => ({
      contents: 'module.exports = () => () => {}',
      loader: 'js',
    }))
    // 137 KB of file types for the parts of multipart forms, which nothing here sends.
    build.onResolve({ filter: /^mime-db$/ }, () => ({ path: 'mime-db', namespace: 'no-types' }))
    build.onLoad({ filter: /.*/, namespace: 'no-types' }, () => ({
      contents: '{}',
      loader: 'json',
    }))
  },
}

export const functionNames = () =>
  readdirSync(source, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map((entry) => entry.name)
    .filter((name) => existsSync(path.join(source, name, 'index.ts')))

/** esbuild settings of one function; the bundle-size test measures with the same. */
export const bundleOptions = (entry, outfile) => ({
  entryPoints: [entry],
  outfile,
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  tsconfig: path.join(root, 'tsconfig.json'),
  plugins: [leaveOutUnused],
})

/** A function that was taken away must not be deployed any more. */
const removeOthers = () => {
  if (!existsSync(output)) return
  for (const name of readdirSync(output))
    if (!functionNames().includes(name)) rmSync(path.join(output, name), { recursive: true })
}

const buildOne = async (esbuild, name, settings) => {
  const folder = path.join(output, name)
  mkdirSync(folder, { recursive: true })
  await esbuild.build(
    bundleOptions(path.join(source, name, 'index.ts'), path.join(folder, 'index.js')),
  )
  const assets = path.join(source, name, 'assets')
  if (existsSync(assets)) cpSync(assets, path.join(folder, 'assets'), { recursive: true })
  const { version, license } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const manifest = { name: `zhenggaitong-${name}`, version, license, main: 'index.js' }
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  const { timeout, memorySize, envVariables, triggers } = settings
  writeFileSync(
    path.join(folder, 'config.json'),
    `${JSON.stringify({ timeout, memorySize, envVariables, triggers }, null, 2)}\n`,
  )
}

/** @returns true when something was built */
export const buildFunctions = () =>
  buildIfChanged(
    {
      name: 'functions',
      inputs: [
        'cloudfunctions',
        'domain',
        'contract',
        'copy',
        'cloudbaserc.json',
        'package-lock.json',
        'scripts/build',
        'tsconfig.json',
      ],
      outputs: functionNames().map((name) => `dist/cloudfunctions/${name}/index.js`),
    },
    async () => {
      const esbuild = await import('esbuild')
      const deployment = JSON.parse(readFileSync(path.join(root, 'cloudbaserc.json'), 'utf8'))
      // In place: a local cloud may be running from this folder.
      removeOthers()
      for (const name of functionNames()) {
        const settings = deployment.functions.find((entry) => entry.name === name)
        if (!settings) throw new Error(`cloudbaserc.json does not name the function ${name}`)
        await buildOne(esbuild, name, settings)
      }
    },
  )
