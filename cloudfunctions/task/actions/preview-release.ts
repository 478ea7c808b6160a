import { refuseIf } from '@/domain/refusal'
import { whyNotTask } from '@/domain/task/workflow'
import type { Handler } from '../../_kit/handler'
import { namesOfTask } from '../names'
import { factsOf, type TaskDeps } from '../task-deps'
import { digestedText } from '../text-digest'

/** The exact text that would become public, for the two who check it. */
export const previewRelease =
  ({ tasks, organization, contextOn }: TaskDeps): Handler<'task.previewRelease'> =>
  async ({ taskId }, { actor, today }) => {
    const { task } = await tasks.load(taskId, actor)
    refuseIf(whyNotTask(task, 'release', actor, factsOf(task, contextOn(today))))
    const { text, digest } = digestedText(task, await namesOfTask(organization, task))
    const { secrecy, openness } = task.release
    const standing = (check: typeof secrecy) => (check?.digest === digest ? check.on : null)
    return {
      digest,
      task: {
        number: text.number,
        upperNumber: text.upperNumber,
        title: text.title,
        problem: text.problem,
        category: text.category,
        goals: [...text.goals],
        measures: text.measures.map((measure) => measure.text),
        unitNames: [...new Set(text.units.map(({ name }) => name))],
        units: text.units.map(({ role, name, phone }) => ({ role, name, phone })),
        dueOn: text.dueOn,
        dueText: text.dueText,
        regionNames: text.regions.map(({ name }) => name),
        villageNames: text.villages.map(({ name }) => name),
      },
      secrecyOn: standing(secrecy),
      opennessOn: standing(openness),
    }
  }
