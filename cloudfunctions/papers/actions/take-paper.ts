import { caseFilePaper } from '@/copy/papers/case-file'
import { noticePaper } from '@/copy/papers/notice'
import { takenBy, type TakenPaper } from '@/domain/papers/case-file'
import { RuleError } from '@/domain/refusal'
import type { TaskId } from '@/domain/task/task'
import type { Call, Handler } from '../../_kit/handler'
import { caseData } from '../case-data'
import { readCase } from '../case-state'
import { noticeData } from '../notice-data'
import type { Parts } from '../parts'
import { render } from '../word/render'

type Take = (parts: Parts, taskId: TaskId, call: Call) => Promise<string>

/** Where each paper lies when it is asked for; Word sheets are made anew, the file is packed before. */
const takes: Readonly<Record<TakenPaper, Take>> = {
  file: async (parts, taskId, call) => {
    const { caseFiles } = parts
    await readCase(parts, taskId, call)
    const file = await caseFiles.find(taskId)
    if (file.state !== 'ready') throw new RuleError('THING.STATE')
    await caseFiles.put(taskId, takenBy(file, call.actor.unitId ?? '', call.today))
    return caseFiles.pathOf(taskId, 'case-file.zip')
  },
  sheet: async (parts, taskId, call) => {
    const bytes = await render(caseFilePaper, caseData(await readCase(parts, taskId, call)))
    return parts.files.write(parts.caseFiles.pathOf(taskId, 'sheet.docx'), bytes)
  },
  notice: async (parts, taskId, call) => {
    await readCase(parts, taskId, call)
    const released = await parts.publicTasks.find(taskId)
    if (!released?.facts.notice) throw new RuleError('THING.STATE')
    const { calendar } = parts.contextOn(call.today)
    const bytes = await render(noticePaper, noticeData(released, calendar))
    return parts.files.write(parts.caseFiles.pathOf(taskId, 'notice.docx'), bytes)
  },
}

export const takePaper =
  (parts: Parts): Handler<'papers.takePaper'> =>
  async ({ taskId, paper }, call) => {
    const path = await takes[paper](parts, taskId, call)
    const url = (await parts.files.links([path])).get(path)
    if (url === undefined) throw new RuleError('FILE.MISSING')
    return { url }
  }
