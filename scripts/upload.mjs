// `npm run upload` and `npm run preview`: see scripts/upload/main.mjs.
import { DeployError } from './deploy/deploy-error.mjs'
import { upload } from './upload/main.mjs'

const [what, ...argv] = process.argv.slice(2)

try {
  await upload(what, argv, process.env)
  console.log(what === 'upload' ? '已上传。' : '预览已生成。')
} catch (error) {
  if (!(error instanceof DeployError)) throw error
  console.error(`${error.code} ${error.message}`)
  process.exitCode = 1
}
