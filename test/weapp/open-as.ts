import path from 'node:path'
import { bridgeTo, type CloudAddress } from './bridge'
import { openMiniProgram } from './simulator/open-mini-program'
import type { RunningMiniProgram } from './simulator/running-mini-program'

const dist = path.resolve(__dirname, '../../dist/weapp')

/**
 * The mini-program in the hands of this person, in the role that 我的 names so, chosen there as a
 * person does; null for a resident.
 */
export const openAs = async (
  cloud: CloudAddress,
  openid: string,
  identity: string | null,
  network: 'online' | 'mobile' = 'online',
): Promise<RunningMiniProgram> => {
  const app = await openMiniProgram({ dist, bridge: bridgeTo(cloud, openid), network })
  if (identity === null) return app
  await app.switchTab('pages/mine/index')
  await app.waitFor('换身份')
  await app.tap('换身份')
  await app.waitFor(identity)
  await app.tap(identity)
  return app
}
