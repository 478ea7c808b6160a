import { endsLikeBody } from './body-names'
import { mayBeDeadline } from './done-days'
import { caseNotRead, kindNotRead, numberNotRead, saidNotRead } from './doubts-left'
import { faultAt } from './draft'
import { type Case, lacks, within } from './doubt-case'
import type { Found } from './find-records'
import { meantBy } from './meaning'
import { fieldOfWord } from './label-words'
import type { LabelField } from './label-field'
import { findMentions } from './numbers'
import { firstWhere } from './search-sorted'
import { type Source, slice } from './source'
import type { ImportedTask, ImportFault, Span } from './types'

const roles: Partial<Record<LabelField, 'units'>> = {
  lead: 'units',
  responsible: 'units',
  supporting: 'units',
  supervising: 'units',
  accepting: 'units',
  supervisingAccepting: 'units',
}

const named =
  /(?:^|[\n。;,|!()【】\s、.])([\u4e00-\u9fff]{2,10})(?:\([^()\n]{1,8}\))?\s*(?::(?!\d)|[】|](?=\s*\S)|\n)/g

const fieldOf = (words: string): LabelField | null => fieldOfWord(words) ?? meantBy(words)

/** 责任单位 is printed where names of fields stand, and the task has no unit. */
function namedNotRead({ source, task, range }: Case): Span[] {
  return [...slice(source, range).matchAll(named)].flatMap((found): Span[] => {
    const word = found[1] ?? ''
    const field = mayBeDeadline(word) ? 'deadline' : fieldOf(word)
    if (!field || field === 'ignored' || !lacks(task, roles[field] ?? field)) return []
    const start = range[0] + found.index + found[0].indexOf(word)
    return [[start, start + word.length]]
  })
}

/** The values that hold sentences, by path. */
const texts = ({ task }: Case): [path: string, span: Span][] =>
  Object.entries(task.spans).filter(([path]) =>
    /^(?:problem|progressText|goals\[\d+\]|measures\[\d+\]\.text)$/.test(path),
  )

const labelInside = /(?<=[。;!\s)])[\u4e00-\u9fff]{2,8}(?=:)/g

/** …。责任单位:某局 in the middle of a value: another field may have been poured into it. */
const nameInside = (one: Case): Span[] =>
  texts(one).flatMap(([, span]) =>
    within(one.source, span, labelInside).filter((word) => {
      const field = fieldOf(slice(one.source, word))
      return field !== null && field !== 'ignored' && word[0] > span[0]
    }),
  )

const ofPage =
  /公示期[间限]?[为:自从]|公示时间|联系电话|监督电话|举报电话|特此公示|版权所有|网站标识|ICP备|扫一扫|打印本页|责任编辑|上一篇|下一篇|公示如下|予以公示/g

/** Words of the notice or of its page inside a value. */
const pageInside = (one: Case): Span[] =>
  texts(one).flatMap(([, span]) => within(one.source, span, ofPage))

const longestProblem = 800
const shortestProblem = 2

/** A value unlike its kind: a unit or a day for a problem, a measure of one letter. */
const oddShape = (one: Case): Span[] =>
  texts(one)
    .filter(([path, span]) => {
      const words = slice(one.source, span).replace(/\s+/g, '')
      if (/^\d{4}年[\d月日底前末]*$/.test(words)) return true
      if (path === 'progressText' || path.startsWith('goals')) return words.length < 1
      if (path !== 'problem') return words.length < 2
      return (
        words.length < shortestProblem ||
        words.length > longestProblem ||
        (words.length < 24 &&
          /局$|委员会$|人民政府$|管委会$|办事处$/.test(words) &&
          endsLikeBody(words))
      )
    })
    .map(([, span]) => span)

const mended =
  /(?:已|均已|全部|现已)(?:完成)?整改(?:完成|到位|完毕)|已(?:全部)?完成整改|整改工作已完成/g

/** What came of it stands in the problem, where the task has no text of progress. */
const mendedInside = (one: Case): Span[] =>
  one.task.progressText === '' && one.task.spans.problem
    ? within(one.source, one.task.spans.problem, mended)
    : []

/** A border or a name in a bracket inside what was read as a name, a day or one sentence. */
const borders = /[|\t]|[【〖][\u4e00-\u9fff]{2,8}[】〗]/g

/** …|…, …【行业主管】…: the value holds a neighbour's cell or another field. */
const borderInside = (one: Case): Span[] =>
  Object.entries(one.task.spans).flatMap(([path, span]) =>
    path === 'title' ? [] : within(one.source, span, borders),
  )

const bullet = /^[●◆■▪▲△▼◇□◎►▶➤➢→⇒▸★☆※]/

/** A last line under a mark that no other line of the value has: the head of the next task. */
const loneMark = (one: Case): Span[] =>
  texts(one).flatMap(([, [from, to]]) => {
    const { lines: all } = one.source
    const lines = all.slice(
      firstWhere(all, ([start]) => start > from),
      firstWhere(all, ([, end]) => end > to),
    )
    const marked = lines.filter((line) => bullet.test(slice(one.source, line)))
    const [only] = marked
    return marked.length === 1 && only && !bullet.test(slice(one.source, [from, to])) ? [only] : []
  })

const announced = /整改完成|完成整改|销号|整改情况|整改结果|完成情况|落实情况/

/** A notice of what was done of which nothing was read, or a number it cites and nobody took. */
function notTold({ source, task, lone, record }: Case): Span[] {
  if (!lone || record.rows) return []
  const title = slice(source, source.lines[0] ?? [0, 0])
  const progress = announced.test(title) && lacks(task, 'progress')
  const first = source.lines[Math.min(3, source.lines.length - 1)]?.[1] ?? 0
  const cited = findMentions(source, [0, first], true).length > 0
  const number =
    cited &&
    task.number === '' &&
    task.upperNumber === '' &&
    !task.unsure.some(({ field }) => /umber$/.test(field))
  return progress || number ? [source.lines[0] ?? [0, 0]] : []
}

/** Fewer named fields hold a reading that rests on hardly any print. */
const fewestNames = 2
const fewNames = ({ record }: Case): Span[] =>
  !record.rows && record.fields.length < fewestNames && !record.section
    ? [[record.start, record.end]]
    : []

/** What the task is answered with stands elsewhere, under the same number. */
const fromElsewhere = ({ record }: Case): Span[] =>
  record.unpaired ? [[record.start, record.end]] : []

const evidence: readonly ((one: Case) => Span[])[] = [
  namedNotRead,
  nameInside,
  borderInside,
  pageInside,
  oddShape,
  mendedInside,
  loneMark,
  notTold,
  fewNames,
  fromElsewhere,
  caseNotRead,
  numberNotRead,
  kindNotRead,
  saidNotRead,
]

/**
 * What speaks against a task as it was read, whatever its form: each piece of evidence is told at
 * its place in the task, or at the task's problem where it stands outside.
 */
export function doubts(
  source: Source,
  found: Found,
  tasks: readonly ImportedTask[],
): ImportFault[] {
  const lone = tasks.length === 1
  return found.records.flatMap((record, index) => {
    const task = tasks[index]
    if (!task) return []
    const last = index === tasks.length - 1
    const range: Span = [
      lone ? 0 : record.start,
      last && !found.tabular ? source.folded.length : record.end,
    ]
    const one: Case = { source, record, task, lone, range }
    const home = task.spans.problem ?? task.spans.number ?? Object.values(task.spans)[0] ?? range
    const [from, to] = [Math.min(home[0], record.start), Math.max(record.end, home[1])]
    return evidence
      .flatMap((read) => read(one))
      .map((place): Span =>
        place[0] >= from && place[1] <= to && !(lone && place[0] < home[0]) ? place : home,
      )
      .map((span) => faultAt('IMPORT.READING_DOUBTFUL', span))
  })
}
