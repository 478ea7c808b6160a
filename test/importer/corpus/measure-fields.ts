import { fieldsOf, items, printTask, usual } from './labelled'
import type { Layout, MeasureModel, Sample } from './model'
import { Random } from './random'
import { marks, tasksOf } from './tasks'
import { leadUnit, plainUnit } from './unit-forms'
import { plainForms } from './deadline-forms'
import { whole, sampleOf } from './sample'

/** Labels that stand with single measures. */
const measureFields =
  (print: (measure: MeasureModel) => string, unit = plainUnit): Layout['make'] =>
  (size, seed) => {
    const random = new Random(seed + 5)
    const tasks = tasksOf(size, seed, { measures: [2, 4] }).map((task) => ({
      ...task,
      measures: task.measures.map((measure, index) =>
        random.chance(0.6) || index === task.measures.length - 1
          ? { ...measure, units: unit(random), deadline: random.pick(plainForms) }
          : measure,
      ),
    }))
    const lines = tasks.map((task) => {
      const printed = task.measures.map(print)
      const head = `${usual.head(task.number)}${task.problem}`
      const fields = fieldsOf(
        { ...task, measures: [] },
        { ...usual, order: ['units', 'deadline', 'goals'] },
      )
      return [head, ...fields, `整改措施:\n${items(printed, marks.arabic, '\n')}`].join('\n')
    })
    // The words of a bracket are the deadline's words whole.
    const words = print === inWords ? '完成' : ''
    const truths = tasks.map((task) =>
      whole({
        ...task,
        measures: task.measures.map((measure) => ({
          ...measure,
          ...(measure.deadline && {
            deadline: { ...measure.deadline, text: `${measure.deadline.print}${words}` },
          }),
        })),
      }),
    )
    return sampleOf(lines, truths, tasks)
  }

const inBracket = ({ text, units, deadline }: MeasureModel): string =>
  units ? `${text}(责任单位:${units.print};完成时限:${deadline?.print})` : text

const inLine = ({ text, units, deadline }: MeasureModel): string =>
  units ? `${text}责任单位:${units.print};完成时限:${deadline?.print}` : text

const onLines = ({ text, units, deadline }: MeasureModel): string =>
  units ? `${text}\n责任单位:${units.print}\n完成时限:${deadline?.print}` : text

const inWords = ({ text, units, deadline }: MeasureModel): string =>
  units ? `${text}(${units.print}牵头,${deadline?.print}完成)` : text

/** A label behind a full stop in some tasks, on lines of their own in the others. */
const labelInLine = (size: number, seed: number): Sample => {
  const tasks = tasksOf(size, seed)
  const lines = tasks.map((task, index) => {
    const printed = printTask(task, usual)
    return index % 3 === 1 ? printed.replace(/\n责任单位/, '责任单位') : printed
  })
  return sampleOf(
    lines,
    tasks.map((task) => whole(task)),
    tasks,
  )
}

export const measureFieldsLayouts: Layout[] = [
  {
    name: 'measures-bracket',
    about: 'units and deadlines in brackets',
    make: measureFields(inBracket),
  },
  {
    name: 'measures-inline',
    about: 'labels in the line of a measure',
    make: measureFields(inLine),
  },
  {
    name: 'measures-lines',
    about: 'labels on lines behind a measure',
    make: measureFields(onLines),
  },
  {
    name: 'measures-words',
    about: 'units and deadlines in words',
    make: measureFields(inWords, leadUnit),
  },
  { name: 'label-in-line', about: 'a label behind a full stop', make: labelInLine },
]
