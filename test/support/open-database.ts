import tcb from '@cloudbase/node-sdk'
import { Database } from '@/cloudfunctions/_stores/database'

/** The database of an environment of a local cloud, reached by the real SDK. */
export const openDatabaseAt = (endpoint: string, env = 'local-env'): Database => {
  // Without this the SDK asks the cloud's metadata service before every call.
  process.env.TENCENTCLOUD = 'true'
  const settings = { env, secretId: 'any', secretKey: 'any', serviceUrl: endpoint }
  // A kept-alive socket would hold the test run open.
  return new Database(tcb.init({ ...settings, keepalive: false } as never))
}
