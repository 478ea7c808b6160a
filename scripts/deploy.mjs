// `npm run deploy`: see scripts/deploy/main.mjs.
import { buildFunctions } from './build/functions.mjs'
import { deploy } from './deploy/main.mjs'
import { DeployError } from './deploy/deploy-error.mjs'

try {
  await buildFunctions()
  process.exitCode = await deploy(process.argv.slice(2), process.env, console.log)
} catch (error) {
  if (!(error instanceof DeployError)) throw error
  console.error(`${error.code} ${error.message}`)
  process.exitCode = 1
}
