// Draws docs/workflow from the tables in domain/. `--check` writes nothing and fails when a
// committed page differs from what would be drawn. `--folder DIR` draws there instead.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { importTypeScript } from './build/import-typescript.mjs'
import { drawWorkflow } from './docs/draw-workflow.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const named = process.argv.indexOf('--folder')
const folder = named < 0 ? join(root, 'docs', 'workflow') : process.argv[named + 1]

const loadRules = () =>
  importTypeScript(`
    export { taskRules } from './domain/task/workflow'
    export { assignmentRules } from './domain/task/assignment-workflow'
    export { partRules } from './domain/task/part-workflow'
    export { objectionRules } from './domain/objection/workflow'
    export { extensionRules } from './domain/task/extension-workflow'
    export { feedbackRules } from './domain/feedback/workflow'
    export { opinionRules } from './domain/opinion/workflow'
    export { timelineRules } from './domain/timeline/workflow'
    export { visitRules } from './domain/visit/workflow'
    export { nodeRules } from './domain/timeline/node-workflow'
  `)

const rules = await loadRules()
const pages = [
  {
    name: 'task',
    title: 'Task (整改任务)',
    source: 'domain/task/workflow.ts',
    table: rules.taskRules.table,
    begins: 'draft',
  },
  {
    name: 'assignment',
    title: "Assignment: one unit's share of a task (交办)",
    source: 'domain/task/assignment-workflow.ts',
    table: rules.assignmentRules.table,
    begins: 'pending',
  },
  {
    name: 'part',
    title: 'Part of a task: measure, milestone, stage, site (报完成)',
    source: 'domain/task/part-workflow.ts',
    table: rules.partRules.table,
    begins: 'open',
  },
  {
    name: 'objection',
    title: 'Objection during a public notice (公示异议)',
    source: 'domain/objection/workflow.ts',
    table: rules.objectionRules.table,
  },
  {
    name: 'extension',
    title: 'Extension of a deadline (延期)',
    source: 'domain/task/extension-workflow.ts',
    table: rules.extensionRules.table,
  },
  {
    name: 'feedback',
    title: 'Report of a resident (群众反映)',
    source: 'domain/feedback/workflow.ts',
    table: rules.feedbackRules.table,
  },
  {
    name: 'opinion',
    title: 'Opinion of an affected village: resident, branch, committee (看法)',
    source: 'domain/opinion/workflow.ts',
    table: rules.opinionRules.table,
    begins: 'asked',
  },
  {
    name: 'timeline',
    title: 'Agreement on a timeline (商定时间)',
    source: 'domain/timeline/workflow.ts',
    table: rules.timelineRules.table,
  },
  {
    name: 'node',
    title: "A firm's node: its side of one measure with an agreed day (企业节点)",
    source: 'domain/timeline/node-workflow.ts',
    table: rules.nodeRules.table,
    begins: 'open',
  },
  {
    name: 'visit',
    title: 'Visit of a firm by an enforcement body (入企检查)',
    source: 'domain/visit/workflow.ts',
    table: rules.visitRules.table,
  },
]

const isCheck = process.argv.includes('--check')
const read = (path) => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return ''
    throw error
  }
}

mkdirSync(folder, { recursive: true })
const stale = []
for (const page of pages) {
  const path = join(folder, `${page.name}.md`)
  const drawn = drawWorkflow(page)
  if (read(path) === drawn) continue
  if (isCheck) stale.push(page.name)
  else writeFileSync(path, drawn)
}

if (stale.length > 0) {
  console.error(`docs/workflow is not up to date: ${stale.join(', ')}. Run "npm run docs".`)
  process.exitCode = 1
} else {
  console.log(`docs/workflow: ${pages.map(({ name }) => name).join(', ')}`)
}
