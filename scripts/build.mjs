/** `npm run build [functions] [h5] [weapp] [-- --release]`: everything when nothing is named. */
import { buildForTests } from './build/for-tests.mjs'
import { buildFunctions } from './build/functions.mjs'
import { buildTaro } from './build/taro.mjs'
import { step } from './build/step.mjs'

const named = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const release = process.argv.includes('--release')
const wanted = (target) => named.length === 0 || named.includes(target)

// Only when it is named: nothing of it is deployed.
if (named.includes('for-tests')) await step('测试 for the tests', buildForTests)
if (wanted('functions')) await step('云函数 functions', buildFunctions)
if (wanted('h5')) await step('网页 h5', () => buildTaro('h5', { local: !release }))
if (wanted('weapp')) await step('小程序 weapp', () => buildTaro('weapp'))
