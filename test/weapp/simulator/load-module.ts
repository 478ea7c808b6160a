import fs from 'node:fs'
import path from 'node:path'

/**
 * Names a mini-program's script does not have, though Node has: WeChat's `define` shadows the
 * browser's, and its script engines lack the rest on one platform or the other.
 */
const absent = [
  ...['window', 'document', 'frames', 'self', 'location', 'navigator', 'history', 'screen'],
  ...['localStorage', 'Caches', 'alert', 'confirm', 'prompt', 'webkit', 'top', 'parent'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Headers', 'Request', 'Response'],
  ...['FormData', 'Blob', 'File', 'FileReader', 'URL', 'URLSearchParams', 'AbortController'],
  ...['AbortSignal', 'TextEncoder', 'TextDecoder', 'structuredClone', 'btoa', 'atob', 'crypto'],
  ...['process', 'Buffer', 'global', 'globalThis', 'setImmediate', 'clearImmediate', 'Intl'],
  ...['MessageChannel', 'MessagePort', 'BroadcastChannel', 'performance', 'WebAssembly'],
  ...['queueMicrotask', 'requestAnimationFrame', 'cancelAnimationFrame', 'HTMLElement'],
  ...['Element', 'Node', 'Event', 'EventTarget', 'CustomEvent', 'MutationObserver'],
  ...['DOMException', 'jest', 'expect', 'test', 'it', 'describe', '__dirname', '__filename'],
] as const

/** WeChat's `Function` compiles nothing; it only answers the old trick to find the global. */
const noCompiler = new Proxy(Function, {
  apply: (_target, _self, args: unknown[]) => uncompiled(args),
  construct: (_target, args: unknown[]) => uncompiled(args),
})
const uncompiled = (args: unknown[]): (() => unknown) =>
  args.at(-1) === 'return this' ? () => ({}) : () => undefined

/** Stands before a script's name in a stack, so that the program's own frames are known. */
export const scriptsOf = 'mini-program/'

export type Require = (file: string) => unknown

/**
 * Evaluates the scripts of `dist` once each, with `scope` as their globals.
 * `new Function` and not `vm`: exparser silently drops objects of another realm.
 */
export const createRequire = (dist: string, scope: Readonly<Record<string, unknown>>): Require => {
  const loaded = new Map<string, { exports: unknown }>()
  const globals = { ...scope, Function: noCompiler }
  const names = [...Object.keys(globals), ...absent]
  const values = Object.values(globals)

  const requireFile: Require = (file) => {
    const name = file.endsWith('.js') ? file : `${file}.js`
    const known = loaded.get(name)
    if (known) return known.exports
    const script = fs.readFileSync(path.join(dist, name), 'utf8')
    const module = { exports: {} as unknown }
    loaded.set(name, module)
    const requireFrom: Require = (wanted) =>
      requireFile(path.posix.join(wanted.startsWith('/') ? '' : path.posix.dirname(name), wanted))
    const run = new Function(
      'module',
      'exports',
      'require',
      ...names,
      `${script}\n//# sourceURL=${scriptsOf}${name}`,
    )
    run.call(undefined, module, module.exports, requireFrom, ...values)
    return module.exports
  }
  return requireFile
}
