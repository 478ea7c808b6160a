import { readFile as readBytes, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { noList } from './importer/draft'
import type { ImportResult, ImportedTask } from './importer/types'
import { readFile } from './read-file'
import type { LeftOut } from './reading/left-out'
import { ImportRefusal } from './reading/read-document'

interface Arguments {
  file: string
  json: boolean
  textFile: string | null
}

function readArguments(words: string[]): Arguments | null {
  const parsed: Arguments = { file: '', json: false, textFile: null }
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (word === '--json') parsed.json = true
    else if (word === '--text') {
      at += 1
      parsed.textFile = words[at] ?? ''
    } else if (word.startsWith('--') || parsed.file !== '') return null
    else parsed.file = word
  }
  return parsed.file === '' || parsed.textFile === '' ? null : parsed
}

const short = (words: string): string =>
  (words.length > 40 ? `${words.slice(0, 40)}…` : words).replace(/\n/g, ' ')

function taskLine(task: ImportedTask): string {
  const units = [...task.units.lead, ...task.units.responsible].join('、') || '未写明责任单位'
  const deadline = task.deadline.text || '未写明时限'
  const number = task.number || task.upperNumber || '无编号'
  const doubts = task.unsure
    .map(
      (one) =>
        `\n      待定 ${one.field}:${one.reason}${one.proposed ? `可能是 ${one.proposed}` : ''}`,
    )
    .join('')
  return `  [${number}] ${short(task.title || task.problem)}\n      ${short(units)};${short(deadline)};措施 ${task.measures.length} 条${doubts}`
}

function summary(result: ImportResult): string {
  const faults = result.faults.map(
    (fault) => `  ${fault.message}(第 ${fault.span[0]}–${fault.span[1]} 字)`,
  )
  const share = Math.floor(result.coverage.share * 100)
  const head =
    result.tasks.length > 0
      ? [
          `读到 ${result.tasks.length} 项任务,归入字段的文字占 ${share}%:`,
          ...result.tasks.map(taskLine),
        ]
      : ['没有读到任务。']
  return [...head, ...(faults.length > 0 ? [`原文问题 ${faults.length} 处:`, ...faults] : [])].join(
    '\n',
  )
}

type Imported = ImportResult & { leftOut: LeftOut[] }

async function importFile({ file, textFile }: Arguments): Promise<Imported> {
  try {
    const { text, ...read } = await readFile(await readBytes(file), basename(file))
    if (textFile !== null) await writeFile(textFile, text)
    return read
  } catch (error) {
    if (error instanceof ImportRefusal) return { ...noList(error.code, [0, 0]), leftOut: [] }
    throw error
  }
}

/** Runs `npm run import`; 0 with tasks, 1 without, 2 when it was called wrongly or cannot find the file. */
async function run(): Promise<number> {
  const given = readArguments(process.argv.slice(2))
  if (!given) {
    process.stderr.write('用法: npm run --silent import -- 文件 [--json] [--text 文件]\n')
    return 2
  }
  try {
    const result = await importFile(given)
    process.stdout.write(`${given.json ? JSON.stringify(result, null, 2) : summary(result)}\n`)
    return result.tasks.length > 0 ? 0 : 1
  } catch (error) {
    process.stderr.write(`无法读取文件:${error instanceof Error ? error.message : String(error)}\n`)
    return 2
  }
}

void run().then((code) => {
  process.exitCode = code
})
