/** A plan in words that a person reads in a minute. */
import { needsAPerson } from './plan.mjs'

const short = (sha256) => sha256.slice(0, 12)
const kilobytes = (bytes) => `${Math.ceil(bytes / 1024)} KB`
const keysOf = ({ keys, unique }) =>
  `${keys.map(([field, direction]) => (direction === 1 ? field : `${field}(${direction})`)).join(', ')}${unique ? '，唯一' : ''}`
const listed = (names) => names.join('、')

const settingNames = { memorySize: '内存', timeout: '超时' }

const words = {
  createCollection: ({ name }) => `新建集合 ${name}`,
  setRule: ({ name, from, to }) => `集合 ${name} 的权限设为 ${to}${from ? `（现在 ${from}）` : ''}`,
  createIndex: ({ name, index }) => `集合 ${name} 建索引 ${index.name}（${keysOf(index)}）`,
  indexDiffers: ({ name, index, there }) =>
    `集合 ${name} 的索引 ${index.name} 与所需不同：现在（${keysOf(there)}），应为（${keysOf(index)}）。索引从不删除，请人工处理`,
  setStorageRule: ({ from, to }) => `云存储权限设为 ${to}（现在 ${from}）`,
  createFunction: ({ name, sha256, bytes, runtime, memorySize, timeout, variables }) =>
    `新建函数 ${name}：${kilobytes(bytes)}，摘要 ${short(sha256)}，${runtime}，${memorySize} MB，${timeout} 秒，变量 ${listed(variables.set)}`,
  runtimeDiffers: ({ name, from, to }) =>
    `函数 ${name} 的运行环境是 ${from}，应为 ${to}。建好后不能改，请先在控制台删除这个函数再部署`,
  updateCode: ({ name, from, sha256, bytes }) =>
    `更新函数 ${name} 的代码：${short(from)} → ${short(sha256)}${bytes ? `，${kilobytes(bytes)}` : ''}`,
  updateSettings: ({ name, settings }) =>
    `更新函数 ${name} 的设置：${settings.map(({ key, from, to }) => `${settingNames[key]} ${from} → ${to}`).join('，')}`,
  setVariables: ({ name, variables }) =>
    `函数 ${name} 设变量：${listed([...variables.set, ...(variables.changed ?? []).map((key) => `${key}（值有变）`)])}`,
  createTrigger: ({ name, trigger }) => `函数 ${name} 建定时 ${trigger.name}（${trigger.cron}）`,
  changeTrigger: ({ name, trigger }) => `函数 ${name} 改定时 ${trigger.name}（${trigger.cron}）`,
}

/** One step as a sentence. */
export const wordsOf = (step) => words[step.kind](step)

const partNames = { database: '数据库', storage: '云存储', functions: '云函数', triggers: '定时' }

const staysLines = ({ functions, collections, indexes, triggers }) =>
  [
    ['函数', functions],
    ['集合', collections],
    ['索引', indexes],
    ['定时', triggers],
  ]
    .filter(([, names]) => names.length > 0)
    .map(([what, names]) => `  ${what}：${listed(names)}`)

const variableStates = { given: '这次给出', there: '环境里已有', missing: '没有' }

const variableLines = (variables) =>
  Object.entries(variableStates).flatMap(([state, title]) => {
    const names = Object.keys(variables).filter((name) => variables[name] === state)
    return names.length > 0 ? [`  ${title}：${listed(names)}`] : []
  })

/** What WeChat pushes is switched on by hand in the console. */
const pushLines = (pushes) => pushes.map(([event, name]) => `  ${event} → ${name}`)

/** A new collection with everything about it is one line: that is what a person reads of it. */
const linesOf = (steps) => {
  const created = new Set(
    steps.filter(({ kind }) => kind === 'createCollection').map(({ name }) => name),
  )
  return steps.flatMap((step) => {
    if (step.part !== 'database' || !created.has(step.name)) return [`  ${wordsOf(step)}`]
    if (step.kind !== 'createCollection') return []
    const own = steps.filter(({ part, name }) => part === 'database' && name === step.name)
    const rule = own.find(({ kind }) => kind === 'setRule')
    const indexes = own.filter(({ kind }) => kind === 'createIndex')
    const named = indexes.length > 0 ? `，${indexes.length} 个索引` : ''
    return [`  新建集合 ${step.name}（${rule?.to}${named}）`]
  })
}

/**
 * @param {{steps: readonly object[], stays: object}} plan
 * @param {Record<string, 'given' | 'there' | 'missing'>} variables
 * @param {readonly (readonly [string, string])[]} pushes
 * @returns {string}
 */
export const printedPlan = (plan, variables, pushes) => {
  const doable = plan.steps.filter((step) => !needsAPerson(step))
  const open = plan.steps.filter(needsAPerson)
  const lines = [doable.length === 0 ? '没有要改的。' : `要做 ${doable.length} 步：`]
  for (const [part, title] of Object.entries(partNames)) {
    const own = doable.filter((step) => step.part === part)
    if (own.length > 0) lines.push(`${title}`, ...linesOf(own))
  }
  if (open.length > 0) lines.push('要人决定：', ...open.map((step) => `  ${wordsOf(step)}`))
  const stays = staysLines(plan.stays)
  if (stays.length > 0) lines.push('不是本系统的，原样保留：', ...stays)
  lines.push('环境变量（只列名字，不列值）：', ...variableLines(variables))
  lines.push('消息推送请在控制台核对（不能由命令设置）：', ...pushLines(pushes))
  return lines.join('\n')
}
