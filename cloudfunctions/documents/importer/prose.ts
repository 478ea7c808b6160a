import { cutClosing } from './closing'
import { Coverage } from './coverage'
import { type DraftTask, faultAt, writeTask } from './draft'
import { findTitle } from './heading'
import { splitItems } from './items'
import { noDeadline } from './measures'
import { noNotice } from './notice'
import { findMentions } from './numbers'
import { depthOf } from './numbered-places'
import { type Ordinal, readOrdinal } from './numerals'
import { firstWhere } from './search-sorted'
import { type Source, slice, trimSpan, valueOf } from './source'
import type { ImportResult, Span, Unsure } from './types'
import { noUnits } from './units'
import { progressIn } from './unnamed-progress'

/** A paper that tells of what was found and is to be put right, and not of a meeting about it. */
const announces =
  /(?:公示|公开|公告|公布|通报|报告|清单|台账|一览|情况|方案|交办|督办|承诺|的函|整改通知)/
const about = /整改|整治|督察|信访|举报|隐患|问题/
/** The parts of a plan: what is counted there is no problem. */
const ofPlan =
  /指导思想|基本原则|总体要求|工作目标|工作原则|保障措施|(?:组织|实施)保障|组织领导|工作要求|主要(?:任务|措施|做法)|责任分工|实施步骤|高度重视|提高认识|加强领导|工作打算|下一?步/
/** Who found what: the words behind it are the problem. */
const found =
  /(?:督察组?|督查组?|检查组?|巡查|暗访|警示片|媒体|群众|举报人?|来信|来电)[^。;\n]{0,40}?(?:(?:指出|发现|反映|举报|投诉|披露|曝光)(?!件)(?:了|还)*(?:存在)?(?:以下|如下)?(?:的?问题)?(?:为|是)?|反馈的?问题[为是:])\s*[,:]?\s*(?!的)/
const quoted = /“([^“”]{12,})”/
const unread = (field: string, reason: string): Unsure => ({ field, reason, proposed: '' })
/** The value stands, as one that several tasks print together does: a person looks at it. */
const guessed = (source: Source, field: string, span: Span | null | undefined): Unsure => ({
  field,
  reason: '原文没有写字段名称,是照句子取的建议。',
  proposed: span ? valueOf(source, span) : '',
})

/** @param parts what the sentences seem to say; each is listed under `unsure` */
function draftOf(
  source: Source,
  parts: Partial<Pick<DraftTask, 'number' | 'upperNumber' | 'title' | 'problem' | 'progress'>>,
  whole: Span,
): DraftTask {
  const draft: DraftTask = {
    ...{ number: null, title: null, problem: null, progress: null, upperNumber: null },
    ...{ parentNumber: null, official: null, goals: [], units: noUnits() },
    ...{ deadline: noDeadline(), measures: [], unsure: [], faults: [] },
    ...parts,
  }
  draft.unsure = [
    guessed(source, 'number', draft.number),
    guessed(source, 'upperNumber', draft.upperNumber),
    guessed(source, 'problem', draft.problem),
    guessed(source, 'progressText', draft.progress),
    unread('goals', '没有读出整改目标。'),
    unread('measures', '没有读出整改措施。'),
    unread('units.responsible', '没有读出责任单位。'),
    unread('deadline.dates', '没有读出时限。'),
  ]
  draft.faults = [faultAt('IMPORT.NO_LABELS', draft.problem ?? whole)]
  return draft
}

/** 关于“…”问题核实情况 tells what was found out, of a problem that is told before. */
const named = /^(?:关于|针对|对于?)“(?![^\n]*(?:核实|调查)情况)/
const lineFrom = ({ folded }: Source, at: number): string => {
  const stop = folded.indexOf('\n', at)
  return folded.slice(at, stop < 0 ? folded.length : stop).trim()
}

/** What heads the problems of a paper: one of them may stand alone below it. */
const overProblems = /(?:具体|整改|问题|办理|落实).{0,8}(?:情况|清单|问题)$/
/** Short, and no sentence: the name of a section. */
const isHeading = (words: string): boolean => words.length <= 30 && !/[。;:”]$/.test(words)

/** The heading above says that a plan follows, until the next heading as far out as it. */
function underPlan(): (ordinal: Ordinal, words: string) => boolean {
  let plan: number | null = null
  return ({ style }, words) => {
    const depth = depthOf(style)
    if (plan !== null && depth > plan) return true
    plan = isHeading(words) && ofPlan.test(words) ? depth : null
    return false
  }
}

/**
 * Numbered paragraphs of one style that tell of problems, the innermost first.
 * @param onlyNamed only those that open with 关于“…”
 */
function numbered(source: Source, onlyNamed: boolean): Ordinal[] {
  const byStyle = new Map<string, Ordinal[]>()
  const planned = underPlan()
  let above = ''
  for (const [start, end] of source.lines) {
    const ordinal = readOrdinal(source.folded, start)
    const words = ordinal ? slice(source, [ordinal.end, end]).trim() : ''
    if (ordinal && planned(ordinal, words)) continue
    const own = ordinal ? (byStyle.get(ordinal.style) ?? []) : []
    const counts = ordinal?.value === own.length + 1 && (own.length > 0 || !isHeading(words))
    if (ordinal && (counts || named.test(words) || overProblems.test(above)) && !isHeading(words))
      byStyle.set(ordinal.style, [...own, ordinal])
    above = slice(source, [start, end])
  }
  const rows = [...byStyle.values()].filter(
    (heads) =>
      heads.length > 1 ||
      heads.some(({ start, end }) => {
        const line = source.lines[firstWhere(source.lines, ([from]) => from >= start) - 1]
        const over = line && overProblems.test(slice(source, line))
        return over || named.test(lineFrom(source, end))
      }),
  )
  const quoted = rows.filter((heads) => heads.every(({ end }) => named.test(lineFrom(source, end))))
  const best = quoted.length > 0 || onlyNamed ? quoted : rows
  return best.reduce<Ordinal[]>(
    (deepest, one) =>
      deepest.length === 0 ||
      depthOf(one[0]?.style ?? 'part') > depthOf(deepest[0]?.style ?? 'part')
        ? one
        : deepest,
    [],
  )
}

/** A part of a section ends where the next section begins that lies further out. */
function endOfPart(source: Source, [from, until]: Span, depth: number): number {
  for (let at = firstWhere(source.lines, ([start]) => start > from); ; at += 1) {
    const [start, end] = source.lines[at] ?? [until, until]
    if (start >= until) return until
    const ordinal = readOrdinal(source.folded, start)
    if (!ordinal || depthOf(ordinal.style) >= depth) continue
    if (isHeading(slice(source, [ordinal.end, end]).trim())) return start
  }
}

/** A list whose paragraphs are numbered and name no field. */
function listed(source: Source, end: number, onlyNamed: boolean): DraftTask[] {
  const heads = numbered(source, onlyNamed)
  if (heads.length === 0) return []
  const parts = heads.map(({ end: from, style }, at): Span => {
    const whole: Span = [from, heads[at + 1]?.start ?? end]
    return cutClosing(source, [from, endOfPart(source, whole, depthOf(style))])
  })
  const shortest = 10
  if (parts.some((part) => slice(source, part).trim().length < shortest)) return []
  if (parts.some(([from, to]) => ofPlan.test(slice(source, [from, Math.min(to, from + 24)]))))
    return []
  return parts.map((part, at) => {
    const span = trimSpan(source, part)
    const progress = progressIn(source, span)
    const problem = trimSpan(source, [span[0], progress?.[0] ?? span[1]])
    return draftOf(source, { number: heads[at]?.number ?? null, problem, progress }, span)
  })
}

/** The problem that a sentence tells: what is quoted, or what stands behind who found it. */
function problemIn(source: Source): Span | null {
  const quote = quoted.exec(source.folded)
  const told = found.exec(source.folded)
  if (quote && (!told || quote.index <= told.index + told[0].length + 2)) {
    const from = quote.index + 1
    return [from, from + (quote[1] ?? '').length]
  }
  if (!told) return null
  const from = told.index + told[0].length
  const stop = /[。\n]/.exec(source.folded.slice(from))
  const span = trimSpan(source, [from, stop ? from + stop.index + 1 : source.folded.length])
  return span[1] - span[0] >= 8 ? span : null
}

/** 受理编号609号:“…”: the case of a letter before its words. */
function caseIn(source: Source, range: Span): Span | null {
  const found = /(?:受理|信访|举报|交办|转办|案件)编号\s*[:为]?\s*([A-Z\d-]+)/.exec(
    slice(source, range),
  )
  const words = found?.[1]
  if (!found || words === undefined) return null
  const start = range[0] + found.index + found[0].lastIndexOf(words)
  return [start, start + words.length]
}

/** 4个方面的问题: what is counted is told elsewhere. */
const counts = /\d+个(?:方面|大类|问题)/

function alone(source: Source, end: number): DraftTask[] {
  const problem = problemIn(source)
  if (!problem || counts.test(slice(source, problem))) return []
  if (!/公示|公告|公开|公布|整改情况|整改完成|办理情况/.test(source.folded)) return []
  const several = splitItems(source, problem).filter((item) => item.ordinal !== null)
  if (several.length > 1)
    return several.map(({ ordinal, span }) =>
      draftOf(source, { number: ordinal?.number ?? null, problem: span }, span),
    )
  const line = source.lines.find(([, to]) => to > problem[0])
  const ordinal = line ? readOrdinal(source.folded, line[0]) : null
  const cited = findMentions(source, [0, Math.min(end, 400)], true)[0]?.span ?? null
  const number = ordinal?.number ?? cited
  const title = findTitle(source, problem[0])
  const progress = progressIn(source, [problem[1], end])
  const upperNumber = line ? caseIn(source, [line[0], problem[0]]) : null
  return [draftOf(source, { number, upperNumber, title, problem, progress }, [0, end])]
}

/**
 * A paper without one label: what its sentences seem to say is proposed, all of it unsure, rather
 * than a list that is refused.
 * @returns null where the paper announces nothing of the kind, or tells of no problem
 */
export function proposeProse(source: Source, end: number): ImportResult | null {
  const title = source.lines
    .slice(0, 3)
    .map((line) => slice(source, line))
    .join('\n')
  if (!announces.test(title) || !about.test(title)) return null
  const listedTasks = listed(source, end, !/问题|清单|台账|隐患|信访|举报/.test(title))
  const drafts = listedTasks.length > 0 ? listedTasks : alone(source, end)
  if (drafts.length === 0) return null
  const written = drafts.map((draft) => writeTask(source, draft, noNotice()))
  const coverage = new Coverage(source)
  for (const { task } of written) for (const span of Object.values(task.spans)) coverage.take(span)
  return {
    tasks: written.map(({ task }) => task),
    faults: written.flatMap(({ faults }) => faults),
    coverage: coverage.result(),
  }
}
