import { type Style, title, usual } from './labelled'
import type { Sample, TaskModel, TaskTruth } from './model'
import { bare } from './tasks'
import { faultsOf, wholeTask } from './truth'

export const whole = (task: TaskModel, style: Style = usual): TaskTruth =>
  wholeTask(task, bare(style.head(task.number)))

export const sampleOf = (lines: string[], tasks: TaskTruth[], models: TaskModel[]): Sample => ({
  text: `${title}\n${lines.join('\n')}\n`,
  tasks,
  planted: faultsOf(models),
})

export const groupNames = ['思想认识', '大气环境', '水环境', '土壤环境', '生态保护', '长效机制']

export const groupsOf = <T>(tasks: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(tasks.length / size) }, (_, at) =>
    tasks.slice(at * size, at * size + size),
  )
