import tcb from '@cloudbase/node-sdk'
import type { Bridge } from './simulator/phone'

/** Where a local cloud listens: its origin, and the SDK's service address. */
export interface CloudAddress {
  readonly origin: string
  readonly endpoint: string
}

/** WeChat adds this to every event; who the caller is must never be read from it. */
const forgedUserInfo = { appId: 'wx0000000000forged', openId: 'openid-that-nobody-has' }

/**
 * `wx.cloud` of this person on a local cloud, so that the functions as deployed answer.
 * Throws what is no reply of a function: an unknown function, a crash, a refused upload.
 */
export const bridgeTo = ({ origin, endpoint }: CloudAddress, openid: string): Bridge => ({
  async callFunction(name, data) {
    const response = await fetch(`${origin}/call/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-local-openid': openid },
      body: JSON.stringify({ ...(data as object), userInfo: forgedUserInfo }),
    })
    if (!response.ok)
      throw new Error(`${name} answered ${response.status}: ${await response.text()}`)
    return response.json()
  },
  async uploadFile(cloudPath, bytes) {
    // Without it the SDK looks for a metadata service before each call.
    process.env.TENCENTCLOUD = 'true'
    const app = tcb.init({
      env: 'local-env',
      secretId: 'local',
      secretKey: 'local',
      serviceUrl: endpoint,
      // A kept-alive socket would hold the test run open.
      keepalive: false,
    } as never)
    const { fileID } = await app.uploadFile({ cloudPath, fileContent: Buffer.from(bytes) })
    return fileID
  },
})
