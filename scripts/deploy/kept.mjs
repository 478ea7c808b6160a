/**
 * What is kept beside the project of each environment, under `.deploy/ENV/`: a lock while a
 * deployment runs, the one that is under way, and the last two that were finished with their
 * bundles. No variable's value, no data.
 */
import {
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createHash } from 'node:crypto'
import path from 'node:path'
import { root } from '../build/stamp.mjs'
import { DeployError } from './deploy-error.mjs'

const kept = 2

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** The same for the same wish, so that a cut-off deployment is known again. */
export const digestOfState = (state) =>
  createHash('sha256').update(JSON.stringify(state)).digest('hex')

export class Kept {
  /** @param {string | undefined} base `.deploy` of the project by default */
  constructor(envId, base) {
    this.folder = path.join(base ?? path.join(root, '.deploy'), envId)
    mkdirSync(this.folder, { recursive: true })
  }

  file(name) {
    return path.join(this.folder, name)
  }

  /** @throws DeployError `DEPLOY.RUNNING` while another one on this machine is at work */
  lock() {
    const file = this.file('lock')
    if (existsSync(file)) {
      const pid = Number(readFileSync(file, 'utf8'))
      if (isAlive(pid))
        throw new DeployError('DEPLOY.RUNNING', `另一个部署（进程 ${pid}）正在进行，请等它结束`)
      rmSync(file)
    }
    try {
      const handle = openSync(file, 'wx')
      writeFileSync(handle, String(process.pid))
      closeSync(handle)
    } catch {
      throw new DeployError('DEPLOY.RUNNING', '另一个部署刚刚开始，请等它结束')
    }
    return () => rmSync(file, { force: true })
  }

  /** The digest of a deployment that was begun and not finished; null for none. */
  unfinished() {
    const file = this.file('under-way.json')
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
  }

  begin(digest, at) {
    writeFileSync(this.file('under-way.json'), `${JSON.stringify({ digest, at })}\n`)
  }

  /** Keeps the finished deployment with its bundles and forgets all but the last two. */
  async finish(state, codeOf, at) {
    const folder = this.file(path.join('done', at.replaceAll(':', '-')))
    mkdirSync(folder, { recursive: true })
    for (const name of Object.keys(state.functions))
      writeFileSync(path.join(folder, `${name}.zip`), await codeOf(name))
    writeFileSync(path.join(folder, 'state.json'), `${JSON.stringify(state, null, 2)}\n`)
    rmSync(this.file('under-way.json'), { force: true })
    for (const name of this.finished().slice(kept))
      rmSync(this.file(path.join('done', name)), { recursive: true })
  }

  /** Names of finished deployments, the newest first. */
  finished() {
    const folder = this.file('done')
    return existsSync(folder) ? readdirSync(folder).sort().reverse() : []
  }

  /**
   * The deployment before the last one, as a wish with its bundles.
   * @throws DeployError `ROLLBACK.NOTHING`
   */
  beforeLast() {
    const name = this.finished()[1]
    if (!name) throw new DeployError('ROLLBACK.NOTHING', '这台机器上没有更早的部署记录，无法回退')
    const folder = this.file(path.join('done', name))
    return {
      name,
      wanted: JSON.parse(readFileSync(path.join(folder, 'state.json'), 'utf8')),
      codeOf: async (fn) => readFileSync(path.join(folder, `${fn}.zip`)),
    }
  }
}
