/** Everything that can be known wrong without asking anybody: limits of the platform, forms, names. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../build/stamp.mjs'
import { faultsOfVariables, valueOf } from './variables.mjs'

/** The one that is tested and kept: a function's runtime cannot be changed once it is made. */
const runtimes = ['Nodejs20.19']
/** A collection holds at most so many indexes beside its own `_id`. */
const mostIndexes = 20
/** `deployMode: 'zip'` sends the code in the call itself. */
const mostZippedBytes = 1.5 * 1024 * 1024

const fault = (code, name, why) => ({ code, name, why })

const cronFields = [59, 59, 23, 31, 12, 6, 2099]

/** Seven fields: second minute hour day month weekday year. */
const isCron = (text) => {
  const fields = text.split(' ')
  if (fields.length !== 7) return false
  return fields.every((field, index) =>
    field.split(',').every((part) => {
      const match = /^(\*|\d+(?:-\d+)?)(?:\/(\d+))?$/.exec(part)
      if (!match) return false
      const numbers = [...part.matchAll(/\d+/g)].map(Number)
      return numbers.every((number) => number <= cronFields[index])
    }),
  )
}

const faultsOfFunction = ([name, it], env) => {
  const given = Object.fromEntries(it.variables.map((key) => [key, valueOf(key, env) ?? '']))
  return [
    ...(/^[A-Za-z][\w-]{1,44}$/.test(name) ? [] : [fault('FUNCTION.NAME', name, '函数名不合规')]),
    ...(runtimes.includes(it.runtime)
      ? []
      : [
          fault(
            'FUNCTION.RUNTIME',
            name,
            `运行环境 ${it.runtime} 不在 ${runtimes.join('、')} 之中`,
          ),
        ]),
    ...(it.timeout >= 1 && it.timeout <= 60
      ? []
      : [fault('FUNCTION.TIMEOUT', name, `超时 ${it.timeout} 秒，应为 1 到 60 秒`)]),
    ...([128, 256, 512, 1024, 2048].includes(it.memorySize)
      ? []
      : [fault('FUNCTION.MEMORY', name, `内存 ${it.memorySize} MB 不是平台的档位`)]),
    ...(it.zippedBytes <= mostZippedBytes
      ? []
      : [
          fault(
            'FUNCTION.SIZE',
            name,
            `压缩后 ${Math.ceil(it.zippedBytes / 1024)} KB，超过 1536 KB`,
          ),
        ]),
    ...(Buffer.byteLength(JSON.stringify(given)) < 4096
      ? []
      : [fault('FUNCTION.ENVIRONMENT', name, '环境变量合计超过 4 KB')]),
    ...(it.triggers.length <= 1
      ? []
      : [fault('TRIGGER.COUNT', name, '一个函数只能有一个定时触发器')]),
    ...it.triggers
      .filter(({ cron }) => !isCron(cron))
      .map(({ cron }) => fault('TRIGGER.CRON', name, `定时“${cron}”不是七段的写法`)),
  ]
}

const faultsOfCollection = ([name, { rule, indexes }]) => {
  const names = indexes.map((index) => index.name)
  return [
    ...(rule === 'ADMINONLY'
      ? []
      : [fault('COLLECTION.OPEN', name, `权限是 ${rule}，必须是 ADMINONLY`)]),
    ...(indexes.length <= mostIndexes
      ? []
      : [fault('COLLECTION.INDEXES', name, `有 ${indexes.length} 个索引，最多 ${mostIndexes} 个`)]),
    ...(new Set(names).size === names.length
      ? []
      : [fault('COLLECTION.INDEX_TWICE', name, '有两个索引同名')]),
  ]
}

/** Fields of WeChat's templates: a kind and its number. */
const fieldForm =
  /^(thing|number|letter|symbol|character_string|phrase|name|phone_number|car_number|amount|time|date)\d{1,2}$/

const faultsOfTemplates = () => {
  const templates = JSON.parse(
    readFileSync(path.join(root, 'database/message-templates.json'), 'utf8'),
  )
  return templates.flatMap(({ title, fields }) =>
    Object.keys(fields)
      .filter((field) => !fieldForm.test(field))
      .map((field) => fault('TEMPLATE.FIELD', title, `字段 ${field} 不是微信的字段`)),
  )
}

/**
 * @param {import('./state').State} wanted
 * @param {Record<string, string | undefined>} env
 * @returns {{code: string, name: string, why: string}[]} empty when nothing is wrong
 */
export const faultsOf = (wanted, env) => {
  const names = [...new Set(Object.values(wanted.functions).flatMap((it) => it.variables))].sort()
  return [
    ...Object.entries(wanted.functions).flatMap((entry) => faultsOfFunction(entry, env)),
    ...Object.entries(wanted.collections).flatMap(faultsOfCollection),
    ...faultsOfTemplates(),
    ...faultsOfVariables(names, env),
  ]
}

/** CloudBase's ids: a prefix, a dash, letters and digits. */
export const isEnvironmentId = (text) =>
  /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(text) && text.length <= 64
