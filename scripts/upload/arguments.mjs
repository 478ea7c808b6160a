import { parseArgs } from 'node:util'
import { DeployError } from '../deploy/deploy-error.mjs'
import { isEnvironmentId } from '../deploy/validate.mjs'

const usage = `npm run upload -- --env 环境编号 [--robot 1 到 30]
npm run preview -- --env 环境编号 [--robot 1 到 30] [--qrcode 图片文件]`

const fail = (code, message) => {
  throw new DeployError(code, `${message}\n${usage}`)
}

const options = {
  env: { type: 'string' },
  robot: { type: 'string', default: '1' },
  qrcode: { type: 'string' },
}

/** @throws DeployError `ARGUMENTS.*` with what is wrong */
export const readArguments = (argv) => {
  let values
  try {
    ;({ values } = parseArgs({ args: argv, options }))
  } catch (error) {
    return fail('ARGUMENTS.UNKNOWN', error.message)
  }
  if (!values.env || !isEnvironmentId(values.env))
    fail('ARGUMENTS.ENVIRONMENT', '请用 --env 写明小程序要连的环境编号（例如 zhenggai-3g1a2b3c）')
  const robot = Number(values.robot)
  if (!Number.isInteger(robot) || robot < 1 || robot > 30)
    fail('ARGUMENTS.ROBOT', `--robot 是 1 到 30 的整数，不是 ${values.robot}`)
  return { envId: values.env, robot, qrcode: values.qrcode ?? null }
}
