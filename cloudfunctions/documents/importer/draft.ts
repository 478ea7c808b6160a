import type { ReadNotice } from './notice'
import { isEmptySpan, valueOf, type Source } from './source'
import type { DraftDeadline, DraftMeasure } from './measures'
import type {
  ImportedDeadline,
  ImportedRole,
  ImportedTask,
  ImportedUnits,
  ImportFault,
  ImportResult,
  Span,
  Unsure,
} from './types'
import { importMessages } from './messages'
import type { UnitSpans } from './units'

/** A task whose values are still places in the text. */
export interface DraftTask {
  number: Span | null
  upperNumber: Span | null
  parentNumber: Span | null
  title: Span | null
  problem: Span | null
  goals: Span[]
  units: UnitSpans
  official: Span | null
  deadline: DraftDeadline
  measures: DraftMeasure[]
  progress: Span | null
  unsure: Unsure[]
  faults: ImportFault[]
}

export const faultAt = (code: ImportFault['code'], span: Span): ImportFault => ({
  code,
  message: importMessages[code],
  span,
})

/** A text without a list, or a file that cannot be read: nothing but the reason. */
export const noList = (code: ImportFault['code'], span: Span): ImportResult => ({
  tasks: [],
  faults: [faultAt(code, span)],
  coverage: { share: 0, unread: [], leftOut: [] },
})

/** Turns places into values; every printed value is cut from its span here and nowhere else. */
class Writer {
  readonly spans: Record<string, Span> = {}
  readonly unsure: Unsure[] = []
  readonly faults: ImportFault[] = []
  constructor(private readonly source: Source) {}

  value(path: string, span: Span | null): string {
    if (!span || isEmptySpan(span)) return ''
    this.spans[path] = span
    return valueOf(this.source, span)
  }

  units(path: string, units: UnitSpans): ImportedUnits {
    const list = (role: ImportedRole): string[] => {
      const seen = new Set<string>()
      const fresh = units[role].filter((span) => {
        const name = valueOf(this.source, span)
        return !seen.has(name) && Boolean(seen.add(name))
      })
      this.doubts(`${path}.${role}`, units, role, fresh.length)
      return fresh.map((span, index) => this.value(`${path}.${role}[${index}]`, span))
    }
    return {
      lead: list('lead'),
      responsible: list('responsible'),
      supporting: list('supporting'),
      supervising: list('supervising'),
      accepting: list('accepting'),
    }
  }

  /** Words in the place of units that may be none: one question for each role. */
  private doubts(path: string, { doubtful }: UnitSpans, role: ImportedRole, held: number): void {
    const own = doubtful.filter((one) => one.role === role)
    const [first] = own
    if (!first) return
    const words = own.map(({ span }) => valueOf(this.source, span))
    this.unsure.push({
      field: held === 0 ? path : `${path}[${held}]`,
      reason: `“${words[0]}”${first.reason}`,
      proposed: words.join('、'),
    })
  }

  deadline(path: string, draft: DraftDeadline): ImportedDeadline {
    const { read } = draft
    const text = this.value(`${path}.text`, draft.span)
    if (!read) return { kinds: [], dates: [], text }
    for (const { code, span } of read.faults) this.faults.push(faultAt(code, span))
    if (read.doubt) this.unsure.push({ field: `${path}.dates`, ...read.doubt })
    if (read.kinds.length === 0) {
      this.unsure.push({ field: `${path}.kinds`, reason: '看不出是哪一种时限。', proposed: '' })
    }
    return { kinds: read.kinds, dates: read.dates, text }
  }
}

export function writeTask(
  source: Source,
  draft: DraftTask,
  notice: ReadNotice,
): { task: ImportedTask; faults: ImportFault[] } {
  const writer = new Writer(source)
  const task: ImportedTask = {
    number: writer.value('number', draft.number),
    upperNumber: writer.value('upperNumber', draft.upperNumber),
    parentNumber: writer.value('parentNumber', draft.parentNumber),
    title: writer.value('title', draft.title),
    problem: writer.value('problem', draft.problem),
    goals: draft.goals.map((span, index) => writer.value(`goals[${index}]`, span)),
    units: writer.units('units', draft.units),
    ...(draft.official && { leadOfficial: writer.value('leadOfficial', draft.official) }),
    deadline: writer.deadline('deadline', draft.deadline),
    measures: draft.measures.map((measure, index) => ({
      text: writer.value(`measures[${index}].text`, measure.text),
      units: writer.units(`measures[${index}].units`, measure.units),
      deadline: writer.deadline(`measures[${index}].deadline`, measure.deadline),
    })),
    notice: { ...notice.notice },
    progressText: writer.value('progressText', draft.progress),
    spans: writer.spans,
    unsure: [...draft.unsure, ...writer.unsure, ...notice.unsure],
  }
  if (notice.spans.statedDays) writer.spans['notice.statedDays'] = notice.spans.statedDays
  if (notice.spans.statedUnit) writer.spans['notice.statedUnit'] = notice.spans.statedUnit
  return { task, faults: [...draft.faults, ...writer.faults] }
}
