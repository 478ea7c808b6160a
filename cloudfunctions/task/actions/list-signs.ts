import { RuleError, refuseIf } from '@/domain/refusal'
import { copiedTexts, farPhotos, lastDayShares, oldPhotos } from '@/domain/signs/signs'
import { partsOf } from '@/domain/task/part'
import { whyNotRead } from '@/domain/task/readers'
import type { Handler } from '../../_kit/handler'
import { loadNames } from '../../_stores/task-names'
import type { TaskDeps } from '../task-deps'
import { usedPhotos } from '../used-photos'

type Deps = Pick<TaskDeps, 'writer' | 'tasks' | 'records' | 'organization'>

/** The reader of signs: who checks the work, and the office that sends them. */
const readers: readonly string[] = ['inspector', 'coordinator']

/** 想问一问: what an inspector may ask the unit about. */
export const listSigns =
  ({ writer, tasks, records, organization }: Deps): Handler<'task.listSigns'> =>
  async ({ taskId }, { actor, ...call }) => {
    const { task } = await tasks.load(taskId, { actor, ...call })
    refuseIf(whyNotRead(task, actor))
    if (!readers.includes(actor.role)) throw new RuleError('ACCESS.ROLE')
    const photos = await usedPhotos(records, task)
    const others = await tasks.findMany(
      photos.signs.flatMap(({ elsewhere }) => elsewhere.filter((id) => id !== taskId)),
    )
    const cameraOf = (fileId: string) => photos.own.get(fileId)?.camera
    const signs = [
      ...photos.signs,
      ...[
        ...copiedTexts(task),
        ...lastDayShares(task),
        ...oldPhotos(task, cameraOf),
        ...farPhotos(task, cameraOf, writer.contextOn(call.today).settings.on(call.today)),
      ].map((sign) => ({ sign, elsewhere: [] })),
    ]
    const names = await loadNames(
      organization,
      signs.map(({ sign }) => sign.unitId),
      [],
    )
    const texts = new Map(partsOf(task).map(({ id, text }) => [id, text]))
    return {
      items: signs.map(({ sign: { kind, unitId, partIds }, elsewhere }) => ({
        kind,
        unit: names.unitRef(unitId),
        parts: partIds.flatMap((id) => texts.get(id) ?? []),
        // Of a task that this inspector does not read only that there is one.
        elsewhere: elsewhere.flatMap((id) => {
          const other = others.get(id)
          return other && !whyNotRead(other, actor)
            ? [{ id, number: other.number, title: other.title }]
            : []
        }),
      })),
      unjudged: photos.unjudged,
    }
  }
