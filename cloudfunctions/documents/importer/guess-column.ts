import type { Column } from './grid-cells'
import type { LabelField } from './label-field'
import { workWords } from './lexicon'

/** What the words of a column's head are about, where the lexicon does not hold them; the first that fits. */
const about: readonly [words: RegExp, field: LabelField][] = [
  [
    /^(?:涉及|所属|所在|是否)|负责人|责任人|领导|联系|核实|属实|类型|类别|区域|地点|备注|来源/,
    'ignored',
  ],
  [/(?:督导|督办|监管|监督).*验收.*(?:单位|部门)/, 'supervisingAccepting'],
  [/验收.*(?:单位|部门)|销号.*(?:单位|部门)/, 'accepting'],
  [/(?:督导|督办|监管|监督).*(?:单位|部门)/, 'supervising'],
  [/(?:配合|协办|协同).*(?:单位|部门)/, 'supporting'],
  [/(?:牵头|主办).*(?:单位|部门)/, 'lead'],
  [/(?:责任|承办|整改|实施|落实|负责).*(?:单位|部门|主体)/, 'responsible'],
  [/时限|期限|完成(?:整改)?时间|时间节点|时间要求|进度安排/, 'deadline'],
  [
    /(?:处理|处罚|查处|整改|整治|办理|落实|进展|完成|推进|治理|问责).*(?:情况|结果|进展|成效|进度|效果)$/,
    'progress',
  ],
  [/措施|举措|做法/, 'measures'],
  [/目标|要求$/, 'goals'],
  [/(?:问题|信访|举报|反映|投诉|交办|反馈).*(?:情况|内容|事项|描述|摘要|详情)?$/, 'problem'],
]

/** 整改内容 beside a column of problems, and without one of measures, is what is to be done. */
function settleWork(columns: readonly Column[]): Column[] {
  const isWork = ({ words }: Column): boolean => workWords.has(words)
  const others = columns.filter((column) => !isWork(column))
  const settled =
    others.some(({ field }) => field === 'problem') &&
    !others.some(({ field }) => field === 'measures')
  return columns.map((column) =>
    settled && isWork(column) ? { ...column, field: 'measures' } : column,
  )
}

const longest = 16
const fewestKnown = 2

/**
 * Names the columns whose heads the lexicon does not hold by what their words are about, in a head
 * whose other columns are known. A field that another column names stays with it.
 */
export function nameColumns(printed: readonly Column[]): Column[] {
  const columns = settleWork(printed)
  const known = columns.filter(({ field }) => field !== null)
  if (known.length < fewestKnown) return [...columns]
  const taken = new Set(known.map(({ field }) => field))
  return columns.map((column) => {
    if (column.field !== null || column.words.length > longest || column.words === '') return column
    const field = about.find(([words]) => words.test(column.words))?.[1]
    if (field === undefined || (taken.has(field) && field !== 'ignored')) return column
    taken.add(field)
    return { ...column, field }
  })
}
