/**
 * The functions under measurement without their timers, and beside them the floors: F0 answers at once, F1 reads one
 * document, F20 reads a page of the ledger as the ledger does, and does nothing with it.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as esbuild from 'esbuild'
import { bundleOptions } from '../../build/functions.mjs'
import { root } from '../../build/stamp.mjs'

const floors = {
  nothing: 'exports.main = async () => ({ ok: true })',
  'one-document': `const tcb = require('@cloudbase/node-sdk')
const db = tcb.init({ env: process.env.TCB_ENV }).database()
exports.main = async ({ id }) => ({ ok: (await db.collection('tasks').doc(id).get()).data.length === 1 })`,
  'one-page': `const tcb = require('@cloudbase/node-sdk')
const db = tcb.init({ env: process.env.TCB_ENV }).database()
exports.main = async ({ reader }) => {
  const { data } = await db.collection('tasks')
    .where({ 'by.readers': reader, shownTo: 'everybody', 'by.order': db.command.gt('') })
    .orderBy('by.order', 'asc')
    .field({ _book: false, 'by.terms': false, 'by.readers': false })
    .limit(21)
    .get()
  return { ok: data.length === 21 }
}`,
}

const settings = { timeout: 20, memorySize: 256 }

const writeFloor = async (folder, name, source, envVariables) => {
  const directory = path.join(folder, name)
  mkdirSync(directory)
  const entry = path.join(root, 'dist/bench', `${name}.entry.js`)
  writeFileSync(entry, source)
  await esbuild.build(bundleOptions(entry, path.join(directory, 'index.js')))
  writeFileSync(path.join(directory, 'package.json'), JSON.stringify({ main: 'index.js' }))
  writeFileSync(path.join(directory, 'config.json'), JSON.stringify({ ...settings, envVariables }))
}

/**
 * @param variables for every function's environment
 * @returns the folder to serve functions from
 */
export const functionsWithFloors = async (folder, built, variables) => {
  const target = path.join(folder, 'functions')
  mkdirSync(path.join(root, 'dist/bench'), { recursive: true })
  cpSync(built, target, { recursive: true })
  for (const name of readdirSync(target)) {
    const file = path.join(target, name, 'config.json')
    const config = JSON.parse(readFileSync(file, 'utf8'))
    // A timer that comes in between would be counted to the calls.
    writeFileSync(
      file,
      JSON.stringify({
        ...config,
        triggers: [],
        envVariables: { ...config.envVariables, ...variables },
      }),
    )
  }
  for (const [name, source] of Object.entries(floors))
    await writeFloor(target, name, source, variables)
  return target
}
