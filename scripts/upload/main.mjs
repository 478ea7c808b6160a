/** `npm run upload` and `npm run preview`: checks, compiles, checks again, hands over. See docs/deploy.md. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { root } from '../build/stamp.mjs'
import { step } from '../build/step.mjs'
import { buildTaro } from '../build/taro.mjs'
import { DeployError } from '../deploy/deploy-error.mjs'
import { openTool } from '../deploy/tool.mjs'
import { faultsOfVariables } from '../deploy/variables.mjs'
import { readArguments } from './arguments.mjs'
import { faultsOfPackage } from './check-package.mjs'
import { releaseNotes } from './release-notes.mjs'
import { faultsOfKey } from './upload-key.mjs'
import { wantedPages } from './wanted-pages.mjs'

const output = 'dist/weapp-upload'
const folder = path.join(root, output)

/** Compiled and minified already: the tool is to take it as it is. */
const setting = { es6: false, minify: false, autoPrefixWXSS: false }

const refuse = (code, sentence, faults) => {
  if (faults.length === 0) return
  const lines = faults.map((it) => `  ${it.name}：${it.why}（${it.code}）`)
  throw new DeployError(code, `${sentence}\n${lines.join('\n')}`)
}

/** `MINIPROGRAM_CI` is a folder or file where the tool is already, e.g. on a machine without npm. */
const toolFrom = (env) => {
  const own = env.MINIPROGRAM_CI
  if (!own) return openTool('miniprogram-ci', '2.1.42')
  if (!existsSync(own))
    throw new DeployError(
      'TOOL.MISSING',
      `MINIPROGRAM_CI 写的 ${own} 不存在，找不到 miniprogram-ci`,
    )
  return createRequire(path.join(root, 'package.json'))(path.resolve(own))
}

const own = (file) => readFileSync(path.join(root, file), 'utf8')

/** Everything that can be lacking, before anything is compiled. */
const prepare = (argv, env) => {
  const args = readArguments(argv)
  const notes = releaseNotes(own('CHANGELOG.md'), JSON.parse(own('package.json')).version)
  refuse('UPLOAD.FAULTS', '还缺这些，什么都没有编译：', [
    ...faultsOfVariables(['WECHAT_APPID'], env),
    ...faultsOfKey(env.WECHAT_UPLOAD_KEY, env.WECHAT_APPID),
  ])
  return { ...args, ...notes, tool: toolFrom(env) }
}

const compile = async (envId, appId) => {
  await step('小程序 weapp', () => buildTaro('weapp', { environment: envId, output }))
  const settings = path.join(folder, 'project.config.json')
  const config = JSON.parse(readFileSync(settings, 'utf8'))
  writeFileSync(settings, `${JSON.stringify({ ...config, appid: appId }, null, 2)}\n`)
  const faults = faultsOfPackage(folder, await wantedPages(), envId)
  refuse('UPLOAD.PACKAGE', '编译出的小程序有这些问题，没有上传：', faults)
}

const handOver = {
  upload: ({ tool, project, version, description, robot }) =>
    tool.upload({ project, version, desc: description, robot, setting }),
  preview: ({ tool, project, version, description, robot, qrcode }) =>
    tool.preview({
      project,
      version,
      desc: description,
      robot,
      setting,
      ...(qrcode
        ? { qrcodeFormat: 'image', qrcodeOutputDest: path.resolve(qrcode) }
        : { qrcodeFormat: 'terminal' }),
    }),
}

/**
 * @param {'upload' | 'preview'} what
 * @param {readonly string[]} argv
 * @param {Record<string, string | undefined>} env
 * @throws DeployError with everything that is lacking; nothing has gone up then
 */
export const upload = async (what, argv, env) => {
  const ready = prepare(argv, env)
  const appId = env.WECHAT_APPID
  await compile(ready.envId, appId)
  const project = new ready.tool.Project({
    appid: appId,
    type: 'miniProgram',
    projectPath: folder,
    privateKeyPath: path.resolve(env.WECHAT_UPLOAD_KEY),
    ignores: ['node_modules/**/*', '**/*.LICENSE.txt'],
  })
  try {
    await handOver[what]({ ...ready, project })
  } catch (error) {
    throw new DeployError('UPLOAD.REFUSED', `微信没有接受：${error?.message ?? error}`)
  }
}
