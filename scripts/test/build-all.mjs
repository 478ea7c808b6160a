import { step } from '../build/step.mjs'

/** Everything the tests open, as it ships. */
export const buildIfNeeded = async () => {
  const { buildFunctions } = await import('../build/functions.mjs')
  const { buildForTests } = await import('../build/for-tests.mjs')
  const { buildTaro } = await import('../build/taro.mjs')
  const { buildLocalCloud } = await import('../build/local-cloud.mjs')
  await step('云函数 functions', buildFunctions)
  await step('本地云 local cloud', buildLocalCloud)
  await step('测试 for the tests', buildForTests)
  // Side by side: each of the two keeps one core busy.
  await step('网页和小程序 h5 and weapp', () =>
    Promise.all(['h5', 'weapp'].map((target) => buildTaro(target))),
  )
}
