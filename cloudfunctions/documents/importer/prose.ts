import { cutClosing } from './closing'
import { Coverage } from './coverage'
import { type DraftTask, faultAt, writeTask } from './draft'
import { findTitle } from './heading'
import { noDeadline } from './measures'
import { noNotice } from './notice'
import { findMentions } from './numbers'
import { type Ordinal, readOrdinal } from './numerals'
import { type Source, slice, trimSpan, valueOf } from './source'
import type { ImportResult, Span, Unsure } from './types'
import { noUnits } from './units'
import { progressIn } from './unnamed-progress'

/** A paper that tells of what was found and is to be put right, and not of a meeting about it. */
const announces = /(?:公示|公开|公告|公布|通报|报告|清单|台账|一览|情况|方案)/
const about = /整改|整治|督察|信访|举报|隐患|问题/
/** The parts of a plan: what is counted there is no problem. */
const ofPlan =
  /指导思想|基本原则|总体要求|工作目标|工作原则|保障措施|组织领导|工作要求|主要任务|责任分工|实施步骤|高度重视|提高认识|加强领导|工作打算|下一?步/
/** Who found what: the words behind it are the problem. */
const found =
  /(?:督察组?|督查组?|检查组?|巡查|暗访|警示片|媒体|群众|举报人?|来信|来电)[^。;\n]{0,40}?(?:(?:指出|发现|反映|举报|投诉|披露|曝光)(?:的?问题)?(?:为|是)?|反馈的?问题[为是:])\s*[,:]?\s*(?!的)/
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
  parts: Partial<Pick<DraftTask, 'number' | 'title' | 'problem' | 'progress'>>,
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

/** Numbered paragraphs that count up from one, of the style that counts farthest. */
function numbered(source: Source): Ordinal[] {
  const byStyle = new Map<string, Ordinal[]>()
  for (const [start] of source.lines) {
    const ordinal = readOrdinal(source.folded, start)
    if (!ordinal) continue
    const own = byStyle.get(ordinal.style) ?? []
    if (ordinal.value === own.length + 1) byStyle.set(ordinal.style, [...own, ordinal])
  }
  const rows = [...byStyle.values()].filter(({ length }) => length > 1)
  return rows.reduce((best, one) => (one.length > best.length ? one : best), [])
}

/** A list whose paragraphs are numbered and name no field. */
function listed(source: Source, end: number): DraftTask[] {
  const heads = numbered(source)
  if (heads.length === 0) return []
  const parts = heads.map(({ end: from }, at): Span =>
    cutClosing(source, [from, heads[at + 1]?.start ?? end]),
  )
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

function alone(source: Source, end: number): DraftTask[] {
  const problem = problemIn(source)
  if (!problem || !/公示|公告|公开|公布|整改情况|整改完成|办理情况/.test(source.folded)) return []
  const number = findMentions(source, [0, Math.min(end, 400)], true)[0]?.span ?? null
  const title = findTitle(source, problem[0])
  const progress = progressIn(source, [problem[1], end])
  return [draftOf(source, { number, title, problem, progress }, [0, end])]
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
  const listedTasks = /问题|清单|台账|隐患|信访|举报/.test(title) ? listed(source, end) : []
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
