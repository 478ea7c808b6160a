import { fieldsOf, layout, printTask, title, usual } from './labelled'
import type { Layout, Sample } from './model'
import { marks, tasksOf } from './tasks'
import { wholeTask } from './truth'
import { whole, sampleOf } from './sample'

/** Running heads and page numbers inside the values. */
const pageMarks =
  (mark: (page: number) => string): Layout['make'] =>
  (size, seed) => {
    const tasks = tasksOf(size, seed, { plain: true })
    const lines = tasks.flatMap((task) => printTask(task, usual).split('\n'))
    const printed = lines.flatMap((line, at) =>
      at % 9 === 8 ? [line, mark((at + 1) / 9), title] : [line],
    )
    return sampleOf(
      printed,
      tasks.map((task) => whole(task)),
      tasks,
    )
  }

/** Marks of footnotes behind values, the notes behind the list. */
const footnotes = (size: number, seed: number): Sample => {
  const tasks = tasksOf(size, seed, { plain: true })
  const noted = tasks.filter((_, index) => index % 3 === 0)
  const lines = tasks.map((task) => {
    const at = noted.indexOf(task)
    const printed = printTask(task, usual)
    return at < 0
      ? printed
      : printed.replace(task.problem, `${task.problem.slice(0, -1)}[${at + 1}]。`)
  })
  const notes = noted.flatMap((_, at) => [`${at + 1}.`, `指第${at + 1}次核查的结果。 ↑`])
  return sampleOf(
    [...lines, ...notes],
    tasks.map((task) => whole(task)),
    tasks,
  )
}

/** The task's own number behind the ordinal that only counts the notice's places. */
const numbersBehind =
  (print: (number: number) => string): Layout['make'] =>
  (size, seed) => {
    const tasks = tasksOf(size, seed)
    const numberOf = (index: number): number => 8 + index * 3
    const lines = tasks.map((task, index) =>
      [`${index + 1}.${print(numberOf(index))}${task.problem}`, ...fieldsOf(task, usual)].join(
        '\n',
      ),
    )
    return sampleOf(
      lines,
      tasks.map((task, index) => wholeTask(task, String(numberOf(index)))),
      tasks,
    )
  }

export const paperMarksLayouts: Layout[] = [
  {
    name: 'page-marks',
    about: 'page numbers inside values',
    make: pageMarks((page) => `— ${page} —`),
  },
  {
    name: 'page-marks-words',
    about: '第3页 inside values',
    make: pageMarks((page) => `第 ${page} 页`),
  },
  {
    name: 'page-marks-bare',
    about: 'bare page numbers inside values',
    make: pageMarks((page) => `- ${page} -`),
  },
  { name: 'footnotes', about: 'footnotes and their marks', make: footnotes },
  {
    name: 'numbers-behind',
    about: '编号8 behind an ordinal',
    make: numbersBehind((number) => `编号${number}:`),
  },
  {
    name: 'numbers-behind-bracket',
    about: '(序号8) behind an ordinal',
    make: numbersBehind((number) => `(序号${number})`),
  },
  layout('problem-heads', 'heads 问题1:', { head: marks.problem }),
]
