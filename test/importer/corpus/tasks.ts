import { deadlineForms, deadlineOf, openForms, plainForms } from './deadline-forms'
import type { PrintedDeadline, TaskModel } from './model'
import { Random } from './random'
import { plainUnit, unitsOf, watching } from './unit-forms'
import { chinese, goalWords, measureWords, problemWords, progressWords } from './words'

export interface TaskOptions {
  /** Plain units and deadlines: the layout looks at something else. */
  plain?: boolean
  /** Deadlines of which a person decides stand among the others. */
  open?: boolean
  measures?: [from: number, to: number]
  goals?: [from: number, to: number]
  /** Short problems, as fit a cell or a heading. */
  short?: boolean
}

function deadlineFor(random: Random, { plain, open }: TaskOptions): PrintedDeadline {
  if (plain) return deadlineOf(random, plainForms)
  return deadlineOf(random, open && random.chance(0.2) ? openForms : deadlineForms)
}

/** The tasks of a list, before anything is printed. */
export function tasksOf(size: number, seed: number, options: TaskOptions = {}): TaskModel[] {
  const random = new Random(seed)
  const [fewMeasures, manyMeasures] = options.measures ?? [1, 4]
  const [fewGoals, manyGoals] = options.goals ?? [1, 2]
  return Array.from({ length: size }, (_, index) => {
    const problem = problemWords(random, index, options.short ? false : undefined)
    return {
      number: index + 1,
      problem,
      title: /^[^。]*/.exec(problem)?.[0] ?? problem,
      goals: goalWords(random, random.int(fewGoals, manyGoals)),
      units: options.plain ? plainUnit(random) : unitsOf(random),
      supervising: watching(random),
      deadline: deadlineFor(random, options),
      measures: measureWords(random, random.int(fewMeasures, manyMeasures)).map((text) => ({
        text,
      })),
      progress: progressWords(random),
    }
  })
}

/**
 * Tasks of one measure and one goal each, units and days printed plainly.
 * @param fewest heads are told by one another: two where a list has to show its form
 */
export const oneMeasureTasks = (
  size: number,
  seed: number,
  { short = true, fewest = 2 }: { short?: boolean; fewest?: number } = {},
): TaskModel[] =>
  tasksOf(Math.max(fewest, size), seed, { plain: true, measures: [1, 1], goals: [1, 1], short })

/** The words of the measure of such a task. */
export const measureOf = (task: TaskModel): string => task.measures[0]?.text ?? ''

export type Numbering = (value: number) => string

/** Ways of counting: the mark as printed. */
export const marks = {
  chinese: (value: number) => `${chinese(value)}、`,
  bracket: (value: number) => `(${chinese(value)})`,
  arabic: (value: number) => `${value}.`,
  comma: (value: number) => `${value}、`,
  arabicBracket: (value: number) => `(${value})`,
  half: (value: number) => `${value})`,
  circled: (value: number) => '①②③④⑤⑥⑦⑧⑨⑩'[value - 1] ?? `${value}.`,
  is: (value: number) => `${chinese(value)}是`,
  item: (value: number) => `第${chinese(value)}项 `,
  problem: (value: number) => `问题${value}:`,
  problemBracket: (value: number) => `问题(${chinese(value)}):`,
  task: (value: number) => `${value}号任务:`,
  serial: (value: number) => `清单第${value}号 `,
  boxed: (value: number) => `【任务${chinese(value)}】`,
  page: (value: number) => `### (${chinese(value)})`,
  bold: (value: number) => `**任务${value}** `,
  dashes: () => '——',
  bullets: () => '●',
} satisfies Record<string, Numbering>

/** The bare number inside a mark. */
export const bare = (mark: string): string =>
  mark.replace(
    /^(?:【|\*\*)?(?:清单|问题|任务|编号|序号)|号(?:任务)?|[()（）第项、.:：\s#【】*]/g,
    '',
  )
