import { parseArgs } from 'node:util'
import { DeployError } from './deploy-error.mjs'
import { parts } from './plan.mjs'
import { isEnvironmentId } from './validate.mjs'

const usage = `npm run deploy -- --env 环境编号 [选项]
  --dry-run            只列出会改什么，什么都不改
  --json               以 JSON 输出，供程序比较
  --state 文件         没有密钥时，与先前保存的环境状态比较
  --save-state 文件    把读到的环境状态存下来（没有变量的值）
  --only 部分          只做 ${parts.join('、')} 中的一部分，可用逗号隔开
  --rollback           回到上上次部署的代码、设置和定时（不动变量和数据）
  --replace-unfinished 放下没做完的旧部署，按现在的版本来
  --yes                不再询问`

const fail = (code, message) => {
  throw new DeployError(code, `${message}\n${usage}`)
}

/** @throws DeployError `ARGUMENTS.*` with what is wrong */
export const readArguments = (argv) => {
  let values
  try {
    ;({ values } = parseArgs({
      args: argv,
      options: {
        env: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        state: { type: 'string' },
        'save-state': { type: 'string' },
        only: { type: 'string' },
        rollback: { type: 'boolean', default: false },
        'replace-unfinished': { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
      },
    }))
  } catch (error) {
    return fail('ARGUMENTS.UNKNOWN', error.message)
  }
  if (!values.env) fail('ARGUMENTS.ENVIRONMENT', '请用 --env 写明环境编号')
  if (!isEnvironmentId(values.env))
    fail('ARGUMENTS.ENVIRONMENT', `“${values.env}”不是环境编号（例如 zhenggai-3g1a2b3c）`)
  const only = values.only?.split(',') ?? parts
  const unknown = only.filter((part) => !parts.includes(part))
  if (unknown.length > 0) fail('ARGUMENTS.ONLY', `--only 不认识 ${unknown.join('、')}`)
  if (values.state && !values['dry-run']) fail('ARGUMENTS.STATE', '--state 只能与 --dry-run 一起用')
  return {
    envId: values.env,
    isDryRun: values['dry-run'],
    isJson: values.json,
    stateFile: values.state ?? null,
    saveState: values['save-state'] ?? null,
    only,
    isRollback: values.rollback,
    replacesUnfinished: values['replace-unfinished'],
    isSure: values.yes,
  }
}
