import { evidenceTypes } from '@/domain/file/kinds'
import type { Actor } from '@/domain/organization/actor'
import { refuseIf, RuleError } from '@/domain/refusal'
import { type DoneReport, evidenceIdsOf } from '@/domain/task/done-report'
import { partCase } from '@/domain/task/part-workflow'
import { readsAsConcerned, whyNotRead } from '@/domain/task/readers'
import { answeringUnitOf } from '@/domain/task/responsibility'
import type { Handler } from '../../_kit/handler'
import type { FileRecord } from '../../_stores/file-record-store'
import type { TaskRecord } from '../../_stores/task-record'
import { describeCamera } from '../describe-camera'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'tasks' | 'records' | 'files'>

interface Said {
  readonly report: DoneReport
  /** Taken back, returned or opened again. */
  readonly former: boolean
}

const isSecret = ({ secretFileIds = [] }: DoneReport, fileId: string): boolean =>
  secretFileIds.includes(fileId)

/** A firm's secret is for who does the work and who checks it, not for every reader of the task. */
const seesSecrets = (task: TaskRecord, { unitId }: DoneReport, actor: Actor): boolean =>
  actor.role === 'coordinator' ||
  actor.role === 'inspector' ||
  (actor.unitId !== null && [unitId, answeringUnitOf(task.units)].includes(actor.unitId))

const purposeOf = (
  { beforeIds = [], photoIds }: DoneReport,
  fileId: string,
): 'before' | 'after' | 'paper' => {
  if (beforeIds.includes(fileId)) return 'before'
  return photoIds.includes(fileId) ? 'after' : 'paper'
}

/** Reports on the part: the one that counts, then those that count no more, the newest first. */
const reportsOn = ({ done, cycles }: TaskRecord, partId: string): Said[] => {
  const undone = cycles.flatMap((cycle) => cycle.undone).reverse()
  return [
    ...done.map((report) => ({ report, former: false })),
    ...undone.map((report) => ({ report, former: true })),
  ].filter(({ report }) => report.partId === partId)
}

const describe = (
  { fileId, name = '', type, size, sha256, at, camera }: FileRecord,
  { report, former }: Said,
  url: string | null,
) => ({
  fileId,
  use: purposeOf(report, fileId),
  name,
  type: evidenceTypes.find((each) => each === type)!,
  size,
  sha256: sha256!,
  at,
  camera: describeCamera(camera),
  secret: isSecret(report, fileId),
  url,
  former,
})

/**
 * What proves a part done, with links that live minutes; also what proved it before it was taken
 * back: nothing is replaced in silence.
 */
export const listEvidence =
  ({ tasks, records, files }: Deps): Handler<'task.listEvidence'> =>
  async ({ taskId, partId }, call) => {
    const { actor } = call
    const { task } = await tasks.load(taskId, call)
    refuseIf(whyNotRead(task, actor))
    if (readsAsConcerned(actor.role) || !partCase(task, partId))
      throw new RuleError('THING.NOT_FOUND', ['partId'])
    const said = reportsOn(task, partId)
    const found = await records.findMany(said.flatMap(({ report }) => evidenceIdsOf(report)))
    const shown = said.flatMap((each) =>
      evidenceIdsOf(each.report)
        .map((fileId) => found.get(fileId))
        .filter((record) => record !== undefined)
        .map((record) => ({ record, each })),
    )
    const open = shown.filter(
      ({ record, each: { report } }) =>
        !isSecret(report, record.fileId) || seesSecrets(task, report, actor),
    )
    const links = await files.links(open.map(({ record }) => record.fileId))
    const items = shown.map(({ record, each }) =>
      describe(record, each, links.get(record.fileId) ?? null),
    )
    return { items }
  }
