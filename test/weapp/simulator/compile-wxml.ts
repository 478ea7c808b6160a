import fs from 'node:fs'
import path from 'node:path'
import { wxmlToJs } from 'miniprogram-compiler'

/** Draws one WXML file with this data into wcc's tree. */
export type Draw = (data: object) => unknown

interface DrawnNode {
  readonly attr?: Record<string, unknown>
  readonly children?: readonly (DrawnNode | string)[]
}

/** The largest bundle's compiled templates are some tens of megabytes. */
const maxBuffer = 256 * 1024 * 1024
/** Before 0.02 wcc's output does not hand objects to components. */
const engineVersion = 0.02

/** wcc's output assigns these without declaring them: two programs would share them. */
const undeclared = ['__WXML_GLOBAL__', '$gwx', '$gwn', '$gwl', 'wh', 'gra', 'grb', 'cs']

/** It prints a fault in a template or a WXS module and goes on; here the fault is thrown. */
const strictConsole = {
  log: (fault: unknown) => {
    if (fault instanceof Error) throw fault
  },
  warn: (fault: unknown) => {
    throw new Error(String(fault))
  },
  error: (fault: unknown) => {
    throw fault
  },
}

/** WXS extends the built-in prototypes of its realm, and may do so only once. */
let wxsReady = false

const evaluate = (source: string): ((file: string) => Draw | undefined) => {
  const run = new Function('window', 'console', ...undeclared, source)
  const shared: { wxs_nf_init?: true } = {}
  const gwx = run({ __webview_engine_version__: engineVersion }, strictConsole, shared) as (
    file: string,
  ) => Draw | undefined
  return (file) => {
    if (wxsReady) shared.wxs_nf_init = true
    const draw = gwx(file)
    wxsReady = true
    return draw
  }
}

const compiled = new Map<string, (file: string) => Draw>()

/**
 * Compiles every WXML file under `dist` with WeChat's own compiler.
 * Throws its message (file, line, column) on a fault. Cached by the folder's newest template.
 */
export const compileWxml = (dist: string): ((file: string) => Draw) => {
  const templates = fs
    .readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.wxml') || file.endsWith('.wxs'))
  const changed = templates.map((file) => fs.statSync(path.join(dist, file)).mtimeMs)
  const key = `${dist} ${templates.length} ${Math.max(...changed)}`
  const known = compiled.get(key)
  if (known) return known
  const source = wxmlToJs(dist, { maxBuffer })
  const gwx = evaluate(source)
  const drawFile = (file: string): Draw => {
    const draw = gwx(file)
    if (!draw) throw new Error(`${file} is not among the compiled templates`)
    return draw
  }
  compiled.set(key, drawFile)
  return drawFile
}

/**
 * WeChat hands a property down only when the parent changed it; j-component hands every object
 * down on each draw, which would undo what a `custom-wrapper` was told directly. So an object
 * that reads the same as last time stays the same object.
 */
export const keepUnchangedProperties = (draw: Draw): Draw => {
  const handed = new Map<string, { readonly text: string; readonly value: unknown }>()
  const keep = (node: DrawnNode | string): void => {
    if (typeof node === 'string') return
    const item = node.attr?.i as { sid?: string } | undefined
    if (node.attr && item && typeof item === 'object' && item.sid !== undefined) {
      const text = JSON.stringify(item)
      const last = handed.get(item.sid)
      // A copy when it changed: the data may have been changed in place.
      if (last?.text === text) node.attr.i = last.value
      else handed.set(item.sid, { text, value: (node.attr.i = { ...item }) })
    }
    node.children?.forEach(keep)
  }
  return (data) => {
    const tree = draw(data) as DrawnNode
    keep(tree)
    return tree
  }
}
