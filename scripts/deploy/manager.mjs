/** The vendor's tool for environments: 36 MB. */
import { installTool, openTool } from './tool.mjs'

const tool = ['@cloudbase/manager-node', '5.6.5']

export const installManager = () => installTool(...tool)

/** What the vendor's console gives for an account that deploys; null when not set. */
export const credentialsFrom = (env) => {
  const secretId = env.TENCENTCLOUD_SECRETID
  const secretKey = env.TENCENTCLOUD_SECRETKEY
  return secretId && secretKey
    ? { secretId, secretKey, token: env.TENCENTCLOUD_SESSIONTOKEN ?? '' }
    : null
}

/** @returns an environment of the vendor's tool; its calls go through `https_proxy` if set */
export const openManager = (envId, credentials, env) => {
  const CloudBase = openTool(...tool)
  const proxy = env.https_proxy ?? env.HTTPS_PROXY ?? ''
  const app = new CloudBase({ ...credentials, envId, proxy, region: env.TENCENTCLOUD_REGION ?? '' })
  return app.currentEnvironment()
}
