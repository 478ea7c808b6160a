import { step } from '../build/step.mjs'

/** Everything the tests open, as it ships. */
export const buildIfNeeded = async () => {
  const { buildFunctions } = await import('../build/functions.mjs')
  const { buildTaro } = await import('../build/taro.mjs')
  const { buildLocalCloud } = await import('../build/local-cloud.mjs')
  await step('云函数 functions', buildFunctions)
  await step('本地云 local cloud', buildLocalCloud)
  await step('网页 h5', () => buildTaro('h5'))
  await step('小程序 weapp', () => buildTaro('weapp'))
}
