/**
 * What is kept beside the project of each environment, under `.deploy/ENV/`: the deployment that is
 * under way, and the last two that were finished with their bundles. No variable's value, no data.
 */
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createHash, randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import path from 'node:path'
import { root } from '../build/stamp.mjs'
import { DeployError } from './deploy-error.mjs'

const kept = 2

/** The same for the same wish, so that a cut-off deployment is known again. */
export const digestOfState = (state) =>
  createHash('sha256').update(JSON.stringify(state)).digest('hex')

export class Kept {
  /** @param {string | undefined} base `.deploy` of the project by default */
  constructor(envId, base) {
    this.folder = path.join(base ?? path.join(root, '.deploy'), envId)
  }

  file(name) {
    return path.join(this.folder, name)
  }

  /**
   * What a lock names its holder's machine and folder by. A copy of the folder is another place on
   * another machine, and a machine's folders are several places.
   */
  place() {
    mkdirSync(this.folder, { recursive: true })
    const file = this.file('place')
    const own = `${file}.${process.pid}`
    writeFileSync(own, randomUUID())
    try {
      // Of two that come at once both take the first one's, whole.
      linkSync(own, file)
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    } finally {
      rmSync(own)
    }
    return createHash('sha256')
      .update(`${hostname()} ${readFileSync(file, 'utf8')}`)
      .digest('hex')
      .slice(0, 16)
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
