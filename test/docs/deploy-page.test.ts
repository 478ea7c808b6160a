import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import deployment from '@/cloudbaserc.json'
import templates from '@/database/message-templates.json'
import { pushes } from '@/scripts/local-environment.mjs'
import { requestTable } from '../functions/every-action/requests-table'

const root = path.resolve(__dirname, '../..')
const page = readFileSync(path.join(root, 'docs/deploy.md'), 'utf8')

/** Rows of the tables below a heading or a sentence, up to the next heading; without marks. */
const rowsAfter = (start: string): string[][] => {
  const from = page.indexOf(start)
  expect(from).toBeGreaterThan(-1)
  const until = page.indexOf('\n## ', from + start.length)
  return [...page.slice(from, until < 0 ? undefined : until).matchAll(/^\|(.+)\|$/gm)].map(
    ([, row]) => row!.split('|').map((cell) => cell.replaceAll(/`|\*\*/g, '').trim()),
  )
}

describe('the way', () => {
  it('says of every step how far it was proven', () => {
    const steps = [...page.matchAll(/^## (?:(\d+)\. )?(.+)$/gm)]
    const numbered = steps.filter(([, number]) => number)
    expect(numbered.map(([, number]) => Number(number))).toEqual(
      numbered.map((_, index) => index + 1),
    )
    const others = steps.filter(
      ([, , title]) => !/\[(by hand|checked here|never run against Tencent)\]$/.test(title!),
    )
    expect(others.map(([, , title]) => title)).toEqual(['What it costs', 'Refusals'])
  })

  it('names each variable of a deployment, and no other', () => {
    const named = rowsAfter('## 7. Name the variables').flatMap(([names]) => names!.split(', '))
    const wanted = deployment.functions.flatMap(({ envVariables }) => Object.keys(envVariables))
    expect(named.filter((name) => /^[A-Z_]{2,}$/.test(name)).sort()).toEqual(
      [...new Set(wanted)].sort(),
    )
  })

  it('names the templates with the keys that are sent', () => {
    const rows = rowsAfter('## 4. The templates').filter(([variable]) =>
      /^TEMPLATE_/.test(variable!),
    )
    expect(rows.map(([variable, title, fields]) => ({ variable, title, fields }))).toEqual(
      templates.map(({ id, title, fields }) => ({
        variable: id.replace('local-', '').replaceAll('-', '_').toUpperCase(),
        title,
        fields: Object.entries(fields)
          .map(([key, name]) => `${name} ${key}`)
          .join(', '),
      })),
    )
  })

  it('names what WeChat has to push', () => {
    const rows = rowsAfter('What WeChat pushes').filter(([event]) => event!.includes('_'))
    expect(rows).toEqual(pushes.map((push) => [...push]))
  })
})

describe('its refusals', () => {
  const folders = ['deploy', 'upload', 'operator', 'openid']
  const thrown = folders.flatMap((folder) =>
    readdirSync(path.join(root, 'scripts', folder)).flatMap((file) => {
      const text = readFileSync(path.join(root, 'scripts', folder, file), 'utf8')
      return [...text.matchAll(/'([A-Z]+\.[A-Z_]+)'/g)].map(([, code]) => code!)
    }),
  )
  /** The functions' own, which the operator's commands only look for. */
  const codes = [...new Set(thrown)].filter((code) => !code.startsWith('SERVICE.'))
  const listed = rowsAfter('## Refusals').flatMap(
    ([cell]) => cell!.match(/[A-Z]+\.(?:[A-Z_]+\*?|\*)/g) ?? [],
  )
  const fits = (pattern: string, code: string) =>
    pattern.endsWith('*') ? code.startsWith(pattern.slice(0, -1)) : pattern === code

  it('are those that there are', () => {
    expect(codes.length).toBeGreaterThan(50)
    expect(codes.filter((code) => !listed.some((pattern) => fits(pattern, code)))).toEqual([])
    expect(listed.filter((pattern) => !codes.some((code) => fits(pattern, code)))).toEqual([])
  })
})

describe('its costs', () => {
  const pricePer10000 = 0.5
  const inWan = (calls: number) => (calls / 10_000).toFixed(1)
  const inYuan = (calls: number) => ((calls / 10_000) * pricePer10000).toFixed(2)
  const rows = rowsAfter('## What it costs')
  const sumOf = (cells: string[][], column: number) =>
    cells.reduce((sum, row) => sum + Number(row[column]), 0)

  it('name the price with its source', () => {
    expect(rows).toContainEqual(['1万 calls beyond the plan', `${pricePer10000}元`, 'the same'])
    expect(page).toMatch(/looked up on\s28 November 2026/)
  })

  it('of a report are the calls that its actions may make', () => {
    const start = rows.findIndex(([name]) => name === 'action')
    const total = rows.findIndex(([name], index) => index > start && name === 'in all')
    const each = rows.slice(start + 2, total)
    const actions = each.filter(([name]) => name!.includes('.'))
    expect(actions.length).toBeGreaterThan(15)
    for (const [action, times, calls] of actions)
      expect([action, Number(calls)]).toEqual([
        action,
        Number(times) * (requestTable[action!]!.most + 1),
      ])
    const sum = sumOf(each, 2)
    expect(rows[total]).toEqual(['in all', '', String(sum)])
    expect(page).toContain(
      `**1,000 reports: ${inWan(sum * 1000)}万 calls, ${inYuan(sum * 1000)}元**`,
    )
  })

  it('of a month of reminders are the runs of the timers and the messages', () => {
    const start = rows.findIndex(([, times, calls]) => times === 'times' && calls === 'calls each')
    const each = rows.slice(start + 2, -1)
    const runs = { notifier: 6 * 24 * 30, feedback: 720, task: 720, enterprise: 720 }
    for (const [name, times] of Object.entries(runs))
      expect(each.find(([what]) => what!.startsWith(`${name},`))?.[1]).toBe(String(times))
    for (const [what, times, calls, sum] of each)
      expect([what, Number(sum)]).toEqual([what, Number(times) * Number(calls)])
    const sum = sumOf(each, 3)
    expect(rows.at(-1)).toEqual(['in all', '', '', String(sum)])
    expect(page).toContain(`**A month of reminders: ${inWan(sum)}万 calls, ${inYuan(sum)}元**`)
  })
})
