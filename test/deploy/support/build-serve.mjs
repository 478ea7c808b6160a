// Everything that `npm run serve` builds before it starts.
import { buildServe } from '../../../scripts/build/serve.mjs'
import { buildTaro } from '../../../scripts/build/taro.mjs'

await buildServe()
await buildTaro('h5', { local: false, output: 'dist/h5-serve' })
