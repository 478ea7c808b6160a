import { RuleError, refuseIf } from '@/domain/refusal'
import { copiedTexts, lastDayShares, type Sign } from '@/domain/signs/signs'
import { type DoneReport, evidenceIdsOf } from '@/domain/task/done-report'
import { partsOf } from '@/domain/task/part'
import { whyNotRead } from '@/domain/task/readers'
import type { Handler } from '../../_kit/handler'
import type { FileRecord } from '../../_stores/file-record-store'
import type { TaskRecord } from '../../_stores/task-thing'
import { loadNames } from '../../_stores/task-names'
import { isPicture } from '../../_files/file-types'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'tasks' | 'records' | 'organization'>

/** The reader of signs: who checks the work, and the office that sends them. */
const readers: readonly string[] = ['inspector', 'coordinator']

const usedIn = (report: DoneReport, records: ReadonlyMap<string, FileRecord>): FileRecord[] =>
  evidenceIdsOf(report)
    .flatMap((fileId) => records.get(fileId) ?? [])
    .filter(({ type }) => isPicture(type))

/** Photos of the reports that count whose very bytes were handed in once more, wherever. */
const samePhotos = (
  { done }: TaskRecord,
  records: ReadonlyMap<string, FileRecord>,
  alike: readonly FileRecord[],
): { readonly sign: Sign; readonly elsewhere: readonly string[] }[] =>
  done.flatMap((report) => {
    const again = usedIn(report, records).flatMap(({ sha256, fileId }) =>
      alike.filter(
        (other) => other.kind === 'evidence' && other.sha256 === sha256 && other.fileId !== fileId,
      ),
    )
    if (again.length === 0) return []
    const { unitId, partId } = report
    const elsewhere = [...new Set(again.flatMap(({ usedBy }) => usedBy ?? []))]
    return [{ sign: { kind: 'samePhoto', unitId, partIds: [partId] } as const, elsewhere }]
  })

/** 想问一问: what an inspector may ask the unit about. */
export const listSigns =
  ({ tasks, records, organization }: Deps): Handler<'task.listSigns'> =>
  async ({ taskId }, { actor, ...call }) => {
    const { task } = await tasks.load(taskId, { actor, ...call })
    refuseIf(whyNotRead(task, actor))
    if (!readers.includes(actor.role)) throw new RuleError('ACCESS.ROLE')
    const own = await records.findMany(task.done.flatMap(evidenceIdsOf))
    const photos = [...own.values()].filter(({ type }) => isPicture(type))
    const alike = await records.alike(photos.flatMap(({ sha256 }) => sha256 ?? []))
    const same = samePhotos(task, own, alike)
    const others = await tasks.findMany(
      same.flatMap(({ elsewhere }) => elsewhere.filter((id) => id !== taskId)),
    )
    const signs = [
      ...same,
      ...[...copiedTexts(task), ...lastDayShares(task)].map((sign) => ({ sign, elsewhere: [] })),
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
    }
  }
