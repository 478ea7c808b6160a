import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(__dirname, '../../..')

/** A sheet as a file of `src` draws it, known by the title that it is opened with. */
export interface DrawnSheet {
  readonly where: string
  readonly title: RegExp
}

/** The demonstration's own, and the page that shows every component: part of no deployed build. */
const notDeployed = /^src\/(features\/local-bar|pages\/(gallery|local))\//
/** Their title is their caller's. */
const drawnByOthers =
  /^src\/(components\/\w+\/(sheet|option-sheet|search-sheet|drill-sheet|filter-bar|photo-viewer)|acting\/(act-dialogs|reason-sheet))/

const sheet =
  /<(?:Sheet|OptionSheet|SearchSheet|DrillSheet|ConfirmDialog)\b[^]*?\btitle=\{([^{}]+)\}/g

/** `import { someWords as words } from '@/copy/some'` */
const importOf = (source: string, local: string) => {
  const found = new RegExp(
    `import \\{[^}]*?(?:(\\w+) as )?\\b${local}\\b[^}]*\\} from '(@/copy/[^']+)'`,
  ).exec(source)
  return found && { name: found[1] ?? local, module: found[2]! }
}

const hole = '‥'
const patternOf = (words: string) =>
  new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(hole, '.*')}$`)

/** What `words.title` or `words.title(…)` says; null where the source does not tell at once. */
const titleOf = (source: string, expression: string): RegExp | null => {
  const [, local, key] = /^(\w+)\.(\w+)(?:\(.*\))?$/.exec(expression) ?? []
  const from = local ? importOf(source, local) : null
  if (!from || !key) return null
  const words = jest.requireActual<Record<string, Record<string, unknown>>>(from.module)[from.name]
  const said = words?.[key]
  if (typeof said === 'string') return patternOf(said)
  if (typeof said !== 'function') return null
  return patternOf((said as (...parts: string[]) => string)(hole, hole))
}

/** Every sheet that a deployed page draws with markup of its own, and those whose title nobody can tell. */
export const drawnSheets = (): { readonly known: DrawnSheet[]; readonly unknown: string[] } => {
  const known: DrawnSheet[] = []
  const unknown: string[] = []
  for (const name of readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
    const where = `src/${name}`
    if (!where.endsWith('.tsx') || notDeployed.test(where) || drawnByOthers.test(where)) continue
    const source = readFileSync(path.join(root, where), 'utf8')
    for (const [, expression = ''] of source.matchAll(sheet)) {
      const parts = / \? ([^:]+) : (.+)$/.exec(expression)
      for (const each of parts ? parts.slice(1) : [expression]) {
        // No title: nothing is open.
        if (each.trim() === "''") continue
        const title = titleOf(source, each.trim())
        if (title) known.push({ where: `${where}: ${each}`, title })
        else unknown.push(`${where}: ${each}`)
      }
    }
  }
  return { known, unknown }
}
