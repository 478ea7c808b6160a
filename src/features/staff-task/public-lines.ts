import { fullDueDay } from '@/copy/moment'
import { releaseWords as words, staffTaskWords } from '@/copy/staff-task'
import { categoryNames } from '@/copy/task'
import type { ActionOutput } from '@/contract/actions'
import type { ReleasableTaskField } from '@/domain/release/release'

export type Preview = ActionOutput<'task.previewRelease'>
type PublicTask = Preview['task']

/** A name and what stands behind or below it; a name with nothing is not among them. */
type Named = readonly [name: string, lines: readonly string[]]
type Fields = readonly (readonly [ReleasableTaskField, readonly string[]])[]

/** What is let out of some fields; in its place that it is not, and nothing where nothing stands. */
const letOut = (leftOut: readonly ReleasableTaskField[], fields: Fields): readonly string[] => {
  const lines = fields.flatMap(([field, own]) => (leftOut.includes(field) ? [] : own))
  const isAny = fields.some(([, own]) => own.length > 0)
  return lines.length === 0 && isAny ? [words.leftOut] : lines
}

const named = (
  leftOut: readonly ReleasableTaskField[],
  all: readonly (readonly [name: string, ...fields: Fields])[],
): Named[] =>
  all
    .map(([name, ...fields]) => [name, letOut(leftOut, fields)] as const)
    .filter(([, lines]) => lines.length > 0)

const one = (text: string): readonly string[] => (text === '' ? [] : [text])

/**
 * Question and answer on one line each, as the public page has them.
 *
 * @param leftOut what the one who reads it does not let out
 */
export const publicRows = (task: PublicTask, leftOut: readonly ReleasableTaskField[]): Named[] => {
  const deadline = task.dueOn ? fullDueDay(task.dueOn, task.dueProvisional) : task.dueText
  return named(leftOut, [
    [staffTaskWords.category, ['category', [categoryNames[task.category]]]],
    [staffTaskWords.units, ['units', task.unitNames]],
    [staffTaskWords.deadline, ['deadline', one(deadline)]],
    [staffTaskWords.regions, ['regions', task.regionNames], ['villages', task.villageNames]],
  ])
}

/** The longer texts, as `publicRows`; the sheet of a notice has the problem and the goals itself. */
export const publicTexts = (task: PublicTask, leftOut: readonly ReleasableTaskField[]): Named[] => {
  const measures = task.measures.map((measure, place) => `${place + 1}. ${measure}`)
  const original = [
    [staffTaskWords.problem, ['problem', one(task.problem)]],
    [staffTaskWords.goals, ['goals', task.goals]],
  ] as const
  return named(leftOut, [
    ...(task.result ? [] : original),
    [staffTaskWords.measures, ['measures', measures]],
  ])
}
