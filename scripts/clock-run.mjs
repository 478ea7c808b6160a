/**
 * `npm run clock-run -- [--days 120] [--json]`: the demonstration's clock runs for months while
 * nobody does anything but allow messages on Mondays, and a table says who was told what, and
 * who stands on a call list instead. Ends with 1 where a message broke a rule of reminders.
 */
import { parseArgs } from 'node:util'
import { withDemonstration } from './clock-run/demonstration.mjs'
import { runDays } from './clock-run/run-days.mjs'
import { brokenRules } from './clock-run/rules.mjs'
import { printTable } from './clock-run/table.mjs'

const { values } = parseArgs({
  options: { days: { type: 'string', default: '120' }, json: { type: 'boolean', default: false } },
})
const days = Number(values.days)
if (!Number.isInteger(days) || days < 1 || days > 400) {
  console.error('usage: npm run clock-run -- [--days 1–400] [--json]')
  process.exit(2)
}

const told = await withDemonstration((client) => runDays(client, days))
const broken = brokenRules(told)
if (values.json) console.log(JSON.stringify({ ...told, broken }, null, 1))
else printTable(told, broken)
process.exitCode = broken.length > 0 ? 1 : 0
