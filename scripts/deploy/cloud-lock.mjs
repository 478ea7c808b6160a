/**
 * One deployment of an environment at a time, from whichever machine: a document that the database
 * adds once. It ends by itself and by the server's own clock, so that one that died holds nobody up
 * for long. See docs/adr/0018-one-deployment-at-a-time.md.
 */
import { randomUUID } from 'node:crypto'
import tcb from '@cloudbase/node-sdk'
import { DeployError, translated } from './deploy-error.mjs'

/** Closed to clients, and moved by no backup. */
export const lockCollection = 'deployment'
const lockId = 'deploying'
/** No step takes as long, and it is renewed between them. */
const livesMs = 15 * 60_000
const renewedEveryMs = 60_000

const isDuplicate = ({ code, message }) =>
  code === 'DATABASE_DUPLICATE_WRITE' || String(message).includes('E11000')

const isWithoutCollection = ({ code }) => code === 'DATABASE_COLLECTION_NOT_EXIST'

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const running = ({ at }) =>
  new DeployError(
    'DEPLOY.RUNNING',
    `另一个部署正在进行（${at.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })} 开始），请等它结束。中断在别的机器上的，${livesMs / 60_000} 分钟后自动让开`,
  )

/** The SDK at the environment, by the same way out as the vendor's other tool. */
const databaseOf = (envId, { secretId, secretKey, token }, env) => {
  // A word of the SDK about a slow answer is nothing that a person can act on.
  process.env.SILENCE = 'true'
  const proxy = env.https_proxy ?? env.HTTPS_PROXY
  const region = env.TENCENTCLOUD_REGION
  const settings = {
    env: envId,
    secretId,
    secretKey,
    keepalive: false,
    ...(token && { sessionToken: token }),
    ...(proxy && { proxy }),
    ...(region && { region }),
  }
  return tcb.init(settings).database()
}

export class CloudLock {
  /** @param {string} place of the machine and folder that deploy; its own dead process is no hindrance */
  constructor({ envId, credentials, env, place }) {
    this.database = databaseOf(envId, credentials, env)
    this.documents = this.database.collection(lockCollection)
    this.place = place
    this.holder = `${place} ${process.pid} ${randomUUID()}`
  }

  /** @throws DeployError `DEPLOY.RUNNING` while another one is at work; changes nothing */
  async refuseRunning() {
    const found = await this.#asked('查看是否有人在部署', () => this.#find())
    if (found && !this.#isGone(found)) throw running(found)
  }

  /** @throws DeployError `DEPLOY.RUNNING`; of several that ask in the same instant one gets it */
  async take() {
    this.renewedAt = Date.now()
    if (await this.#asked('登记这次部署', () => this.#add())) return
    await this.#asked('登记这次部署', () => this.#takeOver())
  }

  /**
   * Before each step; asks the cloud once a minute.
   * @throws DeployError `DEPLOY.RUNNING` when it had ended and another one took it, who may be done by now
   */
  async renew() {
    if (Date.now() - this.renewedAt < renewedEveryMs) return
    this.renewedAt = Date.now()
    const { updated } = await this.#asked('延长这次部署的登记', () =>
      this.documents.where({ _id: lockId, holder: this.holder }).update({ until: this.#end() }),
    )
    if (updated === 0)
      throw new DeployError(
        'DEPLOY.RUNNING',
        '这次部署停顿太久，已有别的部署接着做。请等它结束，再运行一次',
      )
  }

  /** What is not freed ends by itself. */
  async free() {
    await this.documents
      .where({ _id: lockId, holder: this.holder })
      .remove()
      .catch(() => undefined)
  }

  #end() {
    return this.database.serverDate({ offset: livesMs })
  }

  #own() {
    return { holder: this.holder, at: this.database.serverDate(), until: this.#end() }
  }

  /** One that has not ended, by the server's clock; null when there is none. */
  async #find() {
    const { command } = this.database
    try {
      const { data } = await this.documents
        .where({ _id: lockId, until: command.gt(this.database.serverDate()) })
        .get()
      return data[0] ?? null
    } catch (error) {
      if (isWithoutCollection(error)) return null
      throw error
    }
  }

  /** Of this machine and folder, by a process that is no more. */
  #isGone({ holder }) {
    const [place, pid] = holder.split(' ')
    return place === this.place && !isAlive(Number(pid))
  }

  async #add() {
    try {
      await this.documents.add({ _id: lockId, ...this.#own() })
      return true
    } catch (error) {
      if (isDuplicate(error)) return false
      throw error
    }
  }

  /** The filter is read with the write: whoever comes second finds another holder. */
  async #takeOver() {
    const { command } = this.database
    const found = await this.#find()
    if (found && !this.#isGone(found)) throw running(found)
    const whose = found
      ? { holder: found.holder }
      : { until: command.lte(this.database.serverDate()) }
    const { updated } = await this.documents.where({ _id: lockId, ...whose }).update(this.#own())
    if (updated === 0) throw running((await this.#find()) ?? { at: new Date() })
  }

  async #asked(doing, work) {
    try {
      return await work()
    } catch (error) {
      throw translated(error, doing)
    }
  }
}
