import { closingLevelNames, levelNames } from '@/copy/chain'
import { fullDay } from '@/copy/moment'
import { paperWords as words } from '@/copy/papers/words'
import { proofWords } from '@/copy/proof'
import { firmVisitWords } from '@/copy/visit'
import { taskEventNames, taskStateNames } from '@/copy/task-staff'
import { printedHead } from '@/domain/audit/chain-file'
import { beijingDay, beijingTime, type IsoDay } from '@/domain/calendar/day'
import { type OpinionSummary, shownCounts } from '@/domain/opinion/summary'
import { evidenceOfCase, numberedPapersOf } from '@/domain/papers/evidence'
import type { PaperData, PaperValues } from '@/domain/papers/paper'
import type { CaseEvidence } from '@/domain/task/case-evidence'
import { presentCycle } from '@/domain/task/cycle'
import { countedDateOf } from '@/domain/task/deadline'
import { plannedMeasureOf } from '@/domain/task/part'
import { unitsWithAPart } from '@/domain/task/responsibility'
import { finalDueOn } from '@/domain/task/schedule'
import type { KeptEvent } from '../_stores/chain-store'
import type { FileRecord } from '../_stores/file-record-store'
import type { Names } from '../_stores/task-names'
import type { TaskRecord } from '../_stores/task-record'

/** What the ledger holds of one case, read at one moment. */
export interface CaseState {
  readonly task: TaskRecord
  readonly head: string
  readonly events: readonly KeptEvent[]
  readonly names: Names
  readonly records: ReadonlyMap<string, FileRecord>
  /** Of the present cycle; null where no village was asked or nothing is to be summarized yet. */
  readonly summary: OpinionSummary | null
  readonly today: IsoDay
}

const dayOr = (day: IsoDay | null, other: string): string => (day === null ? other : fullDay(day))

/** The event of the chain that a figure rests on, or the ledger's own field. */
const sourceOf = (events: readonly KeptEvent[], event: string, field: string): string => {
  const last = events.filter((each) => each.event === event).at(-1)
  return last ? words.event(last.seq) : words.ledger(field)
}

/** Each number of the sheet with where it stands. */
const figuresOf = ({ task, events, records }: CaseState): PaperValues[] => {
  const { figures } = words
  const { checks, notice, rechecks } = presentCycle(task)
  const evidence = evidenceOfCase(task).flatMap(({ fileId }) => records.get(fileId) ?? [])
  const passed = checks.filter((check) => check.passed)
  const figure = (name: string, value: number, source: string) => ({
    name,
    value: String(value),
    source,
  })
  const of = (event: string, field: string) => sourceOf(events, event, field)
  return [
    figure(figures.measures, task.measures.length, of('imported', figures.measures)),
    figure(
      figures.measuresDone,
      task.measures.filter(({ doneOn }) => doneOn !== null).length,
      of('reportDone', figures.measures),
    ),
    figure(figures.units, unitsWithAPart(task).length, of('assign', figures.units)),
    figure(figures.evidence, evidence.length, words.listed),
    figure(
      figures.evidenceBytes,
      evidence.reduce((sum, { size }) => sum + size, 0),
      words.listed,
    ),
    figure(figures.cycles, presentCycle(task).ordinal, of('selfCheck', figures.cycles)),
    figure(
      figures.extensions,
      task.extensions.filter(({ state }) => state === 'granted').length,
      of('grantExtension', figures.extensions),
    ),
    figure(
      figures.villages,
      task.asking?.villageCodes.length ?? 0,
      of('askVillage', figures.villages),
    ),
    figure(figures.heard, task.asking?.heardCodes.length ?? 0, of('villageHeard', figures.heard)),
    figure(figures.checks, passed.length, of('verify', figures.checks)),
    figure(
      figures.checkers,
      passed.reduce((sum, { checkers }) => sum + checkers.length, 0),
      of('verify', figures.checks),
    ),
    figure(figures.noticeDays, notice?.workingDays ?? 0, of('publishNotice', figures.noticeDays)),
    figure(figures.rechecks, rechecks.length, of('recheck', figures.rechecks)),
  ]
}

const nameOf = ({ name, type }: FileRecord): string => name || `${words.photo}.${type}`

/** Evidence in the order of the sheet, numbered as the files of the case are. */
export const listedEvidence = ({ task, records }: Pick<CaseState, 'task' | 'records'>) =>
  evidenceOfCase(task)
    .flatMap((evidence) => {
      const record = records.get(evidence.fileId)
      return record ? [{ ...evidence, record, name: nameOf(record) }] : []
    })
    .map((each, index) => ({ ...each, no: String(index + 1).padStart(2, '0') }))

/** What a piece of evidence is about. */
export const aboutOf = ({ partText, use }: Pick<CaseEvidence, 'partText' | 'use'>): string => {
  if (use === 'recheck') return words.afterClosing
  if (use === 'signOff') return words.selfChecked
  return use === 'decision' ? words.decided : partText || words.earlierPart
}

const evidenceRows = (state: CaseState): PaperValues[] =>
  listedEvidence(state).map(({ no, name, record, partText, use, secret, former }) => {
    const part = `${words.use[use]}，${aboutOf({ partText, use })}`
    return {
      no,
      name: secret ? words.secret(name) : name,
      part: former ? words.former(part) : part,
      on: fullDay(beijingDay(record.at)),
      sha256: record.sha256 ?? '',
    }
  })

const numberedRows = ({ task }: CaseState): PaperValues[] =>
  numberedPapersOf(task).map(({ number, partText, on, former }) => {
    const part = partText || words.earlierPart
    return { number, part: former ? words.former(part) : part, on: fullDay(on) }
  })

const opinionsOf = ({ task, summary }: CaseState): string => {
  if (task.asking === null) return words.opinions.none
  if (summary?.state !== 'released') return words.opinions.open
  const counts = shownCounts(summary.counts)
  return `${counts ? words.opinions.counts(counts) : words.opinions.few}${summary.words}`
}

const decisionOf = (task: TaskRecord): string => {
  const { approval, upper } = presentCycle(task)
  if (!approval) return words.decision.none
  return [
    words.decision.approved(fullDay(approval.on), approval.decisionNumber),
    upper ? words.decision.upper(fullDay(upper.on), upper.documentNumber) : '',
    closingLevelNames[task.closingLevel],
  ].join('')
}

/** The kinds that the units' approved plans name to prove a measure; their words may name a person. */
const proofNamed = ({ task, names }: CaseState, measureId: string): string =>
  task.assignments
    .flatMap((assignment) => {
      const { proof } = plannedMeasureOf(assignment, measureId) ?? {}
      if (!proof) return []
      return [words.proofOf(names.unit(assignment.unitId).name, proofWords.line(proof, null))]
    })
    .join('；') || words.noProofNamed

/** What each step had of the firms: the body's findings, or 未入企核查. */
const firmRows = ({ task, names }: CaseState): PaperValues[] => {
  const texts = new Map(task.measures.map(({ id, text }) => [id, text]))
  return task.cycles.flatMap(({ checks }) =>
    checks.flatMap(({ level, firms = [] }) =>
      firms.map(({ enterpriseId, bodyId, on, isOwnWork, findings }) => {
        const body = names.unit(bodyId).name
        const said = findings.map(({ measureId, inOrder, words: seen }) => {
          const text = texts.get(measureId) ?? ''
          return on === null ? text : `${text}：${firmVisitWords.finding(inOrder, seen)}`
        })
        return {
          level: levelNames[level],
          firm: names.unit(enterpriseId).name,
          body: isOwnWork ? words.ownWork(body) : body,
          on: dayOr(on, words.notMade),
          found: said.join('；'),
        }
      }),
    ),
  )
}

/** The values of the sheet. No person is named in it: checkers are counted. */
export const caseData = (state: CaseState): PaperData => {
  const { task, head, events, names, summary, today } = state
  const unitNames = unitsWithAPart(task).map((id) => names.unit(id).name)
  const isReleased = summary?.state === 'released'
  return {
    values: {
      number: task.number,
      title: task.title,
      madeOn: fullDay(today),
      upperNumber: task.upperNumber ?? words.none,
      state: taskStateNames[task.state],
      units: unitNames.join('、') || words.no,
      deadline: dayOr(finalDueOn(task), task.deadline.text || words.no),
      problem: task.problem,
      opinions: opinionsOf(state),
      decision: decisionOf(task),
      chainLength: String(events.length),
      head,
      code: printedHead(task.number, head),
    },
    lists: {
      figures: figuresOf(state),
      measures: task.measures.map(({ id, text, deadline, doneOn }) => ({
        text,
        proof: proofNamed(state, id),
        dueOn: dayOr(countedDateOf(deadline ?? task.deadline), words.no),
        doneOn: dayOr(doneOn, words.notDone),
      })),
      evidence: evidenceRows(state),
      numbered: numberedRows(state),
      events: events.map(({ seq, at, event, unitId }) => ({
        seq: String(seq),
        at: `${fullDay(beijingDay(at))} ${beijingTime(at)}`,
        name: taskEventNames[event] ?? event,
        unit: unitId === null ? '' : names.unit(unitId).name,
      })),
      matters: (isReleased ? summary.matters : []).map(({ words: said, answer }) => ({
        words: said,
        answer: answer ?? '',
      })),
      firms: firmRows(state),
      checks: task.cycles.flatMap(({ ordinal, checks }) =>
        checks.map(({ level, unitId, checkers, on, passed }) => ({
          cycle: String(ordinal),
          level: levelNames[level],
          unit: unitId === null ? '' : names.unit(unitId).name,
          checkers: String(checkers.length),
          on: fullDay(on),
          passed: words.passed(passed),
        })),
      ),
    },
  }
}
