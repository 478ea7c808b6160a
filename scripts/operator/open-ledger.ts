import tcb from '@cloudbase/node-sdk'
import { existsSync, readFileSync } from 'node:fs'
import type { Cipher } from '@/cloudfunctions/_stores/cipher'
import { type Cloud, Database } from '@/cloudfunctions/_stores/database'
import { DeploymentGate, keysFrom } from '@/cloudfunctions/_stores/deployment-gate'
import { FileStore } from '@/cloudfunctions/_stores/file-store'
import { StorageHome } from '@/cloudfunctions/_stores/storage-home'
import schema from '@/database/schema.json'
import { readSchema } from '@/local/engine/schema'
import { startLocalCloud } from '@/local/start-local-cloud'
import { OperatorError } from './operator-error'

/** One environment, as the operator's commands reach it: always through the vendor's SDK. */
export interface Ledger {
  readonly cloud: Cloud
  readonly database: Database
  readonly gate: DeploymentGate
  readonly files: FileStore
  readonly cipher: Cipher
  /** Nobody else can write meanwhile: the data folder is held by this process. */
  readonly isAlone: boolean
  close(): Promise<void>
}

/** Where it is, and its keys: exactly one of `env` and `data`. */
export interface Place {
  readonly env?: string | undefined
  /** Data folder of a local cloud. */
  readonly data?: string | undefined
  /** File with the keys; without one they are `IDENTITY_KEYS`. */
  readonly keys?: string | undefined
}

const envForm = /^[a-z0-9][a-z0-9-]{3,61}[a-z0-9]$/

const readKeys = ({ keys }: Place, variables: NodeJS.ProcessEnv): string => {
  if (keys === undefined) return variables.IDENTITY_KEYS ?? ''
  if (!existsSync(keys)) throw new OperatorError('KEY.MISSING', `找不到密钥文件 ${keys}`)
  return readFileSync(keys, 'utf8').trim()
}

const reachLocal = async (data: string) => {
  try {
    const local = await startLocalCloud({ data, schema: readSchema(schema), quiet: true })
    // Without this the SDK asks the cloud's metadata service before every call.
    process.env.TENCENTCLOUD = 'true'
    const settings = { secretId: 'local', secretKey: 'local', serviceUrl: local.endpoint }
    const cloud = tcb.init({ env: local.envId, ...settings, keepalive: false } as never)
    return { cloud, close: local.close }
  } catch (error) {
    throw new OperatorError('DATA.REFUSED', `打不开数据目录 ${data}：${String(error)}`)
  }
}

const reachCloud = (env: string, variables: NodeJS.ProcessEnv) => {
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = variables
  if (!envForm.test(env)) throw new OperatorError('ARGUMENTS.ENVIRONMENT', `“${env}”不是环境编号`)
  if (!secretId || !secretKey)
    throw new OperatorError(
      'CLOUD.CREDENTIALS',
      '没有密钥：请设置 TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY（控制台 → 访问密钥）',
    )
  // TENCENTCLOUD_ENDPOINT: a stand-in or a proxy that speaks for the cloud.
  const serviceUrl = variables.TENCENTCLOUD_ENDPOINT
  const cloud = tcb.init({ env, secretId, secretKey, ...(serviceUrl && { serviceUrl }) } as never)
  return { cloud, close: async () => undefined }
}

/**
 * The keys that a place is to be opened with; nothing is opened.
 * @throws OperatorError `ARGUMENTS.PLACE`, `KEY.*`
 */
export const keysOf = (place: Place, variables: NodeJS.ProcessEnv) => {
  if ((place.env === undefined) === (place.data === undefined))
    throw new OperatorError('ARGUMENTS.PLACE', '请用 --env 环境编号 或 --data 数据目录 写明一处')
  const { cipher, areReadable } = keysFrom(readKeys(place, variables))
  if (!areReadable)
    throw new OperatorError(
      'KEY.FORM',
      '身份密钥没有设置或格式不对，应为“编号:base64 的 32 字节”，几把用逗号隔开',
    )
  return { cipher, areReadable }
}

/**
 * @throws OperatorError `ARGUMENTS.*`, `KEY.*`, `DATA.*`, `CLOUD.*` with nothing changed. With
 *   another key than the place's own the gate refuses, see `requireOwnKey`
 */
export const openLedger = async (place: Place, variables: NodeJS.ProcessEnv): Promise<Ledger> => {
  const { env, data } = place
  const { cipher, areReadable } = keysOf(place, variables)
  const reached = data === undefined ? reachCloud(env!, variables) : await reachLocal(data)
  // The operator writes while everybody else may not.
  const database = new Database(reached.cloud)
  const home = new StorageHome(reached.cloud)
  const gate = new DeploymentGate(database, cipher, areReadable, home)
  const files = new FileStore(reached.cloud, home)
  return { ...reached, database, gate, files, cipher, isAlone: data !== undefined }
}

/** @throws OperatorError `KEY.OTHER` before anything is written */
export const requireOwnKey = async ({ gate }: Ledger): Promise<void> => {
  try {
    await gate.requireKey()
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'SERVICE.KEY') throw error
    throw new OperatorError('KEY.OTHER', '这把身份密钥不是这个数据库的，什么都没有改')
  }
}
