import type { RunningMiniProgram } from './simulator/running-mini-program'

/** The second one signs with a finger on the phone of the first. */
export const sign = async (app: RunningMiniProgram): Promise<void> => {
  await app.press('另一位在这里手写签名')
  await app.waitFor('签好了')
  await app.tap('签好了')
  await app.waitFor('已手写签名')
}
