import { refuseIf, RuleError } from '@/domain/refusal'
import { whyNotTask } from '@/domain/task/workflow'
import { typeOfName } from '../../_files/file-types'
import type { Uploads } from '../../_files/uploads'
import type { Call, Handler } from '../../_kit/handler'
import type { Stores } from '../../_stores/open-stores'
import type { TaskRecord } from '../../_stores/task-record'
import { taskThing } from '../../_stores/task-thing'
import type { TaskStore } from '../../_stores/task-store'
import { previewSites } from '../sites/preview-sites'
import { type SiteFileRow, siteRowsOfFile, siteRowsOfLines } from '../sites/read-site-rows'
import { makeSiteTemplate, siteTemplatePath } from '../sites/template'

interface Deps extends Pick<Stores, 'writer' | 'organization' | 'files'> {
  readonly tasks: TaskStore
  readonly uploads: Uploads
  readonly ownerKey: (personId: string) => string
}

/** The task, for whoever may set its sites now. @throws RuleError */
const taskToList = async (
  { tasks, writer }: Deps,
  taskId: string,
  call: Call,
): Promise<TaskRecord> => {
  const { task } = await tasks.load(taskId, call)
  refuseIf(whyNotTask(task, 'setSites', call.actor, writer.factsOf(taskThing, task, call)))
  return task
}

/** 点位清单: the name, the size and the place of a workbook; what it holds is checked when it is read. */
export const prepareSiteUpload =
  (deps: Deps): Handler<'documents.prepareSiteUpload'> =>
  async ({ taskId, fileName, size }, call) => {
    await taskToList(deps, taskId, call)
    const fields = { type: 'fileName', size: 'size' }
    const [target] = await deps.uploads.announce(
      [{ kind: 'siteList', type: typeOfName(fileName), size, fields }],
      { key: deps.ownerKey(call.actor.personId!), at: call.now },
      call,
    )
    return { target: target! }
  }

/** What a workbook, or lines, would change under a measure. */
export const readSites =
  (deps: Deps): Handler<'documents.readSites'> =>
  async ({ taskId, measureId, ...given }, call) => {
    const task = await taskToList(deps, taskId, call)
    if (!task.measures.some(({ id }) => id === measureId))
      throw new RuleError('THING.NOT_FOUND', ['measureId'])
    let rows: SiteFileRow[]
    if ('lines' in given) rows = siteRowsOfLines(given.lines)
    else {
      const ownerKey = deps.ownerKey(call.actor.personId!)
      const upload = { ...given, kinds: ['siteList'] as const, ownerKey, field: 'fileId' }
      rows = await siteRowsOfFile((await deps.uploads.read(upload)).clean)
    }
    return previewSites(deps.organization, task, measureId, rows)
  }

export const takeSiteTemplate =
  (deps: Deps): Handler<'documents.takeSiteTemplate'> =>
  async ({ taskId }, call) => {
    await taskToList(deps, taskId, call)
    const path = await deps.files.write(siteTemplatePath, await makeSiteTemplate())
    const url = (await deps.files.links([path])).get(path)
    if (url === undefined) throw new RuleError('FILE.MISSING')
    return { url }
  }
