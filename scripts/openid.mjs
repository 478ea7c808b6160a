// `npm run openid -- CODE`: see scripts/openid/read-openid.mjs.
import { DeployError } from './deploy/deploy-error.mjs'
import { readOpenid } from './openid/read-openid.mjs'

try {
  console.log(await readOpenid(process.argv.slice(2), process.env))
} catch (error) {
  if (!(error instanceof DeployError)) throw error
  console.error(`${error.code} ${error.message}`)
  process.exitCode = 1
}
