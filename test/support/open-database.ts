import tcb from '@cloudbase/node-sdk'
import { Database } from '@/cloudfunctions/_stores/database'

/** The database of a local cloud, reached by the real SDK. */
export const openDatabaseAt = (endpoint: string): Database => {
  // Without this the SDK asks the cloud's metadata service before every call.
  process.env.TENCENTCLOUD = 'true'
  const settings = { env: 'local-env', secretId: 'any', secretKey: 'any', serviceUrl: endpoint }
  // A kept-alive socket would hold the test run open.
  return new Database(tcb.init({ ...settings, keepalive: false } as never))
}
