import { paperWords as words } from '@/copy/papers/words'
import { beijingDay } from '@/domain/calendar/day'
import { caseFileAt } from '@/domain/papers/case-file'
import { evidenceOfCase, type EvidenceOrigin, numberedPapersOf } from '@/domain/papers/evidence'
import { whyNotTakeCaseFile } from '@/domain/papers/policy'
import { refuseIf } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import { isPicture } from '../../_files/file-types'
import type { FileRecord } from '../../_stores/file-record-store'
import { aboutOf, listedEvidence } from '../case-data'
import type { Parts } from '../parts'

const originOf = ({ type, camera }: FileRecord): EvidenceOrigin => {
  if (!isPicture(type)) return 'document'
  return camera ? 'camera' : 'album'
}

type Deps = Pick<Parts, 'tasks' | 'records' | 'caseFiles' | 'publicTasks'>

export const getCaseFile =
  ({ tasks, records, caseFiles, publicTasks }: Deps): Handler<'papers.getCaseFile'> =>
  async ({ taskId }, call) => {
    const { task } = await tasks.load(taskId, call)
    refuseIf(whyNotTakeCaseFile(task, call.actor))
    const found = await records.findMany(evidenceOfCase(task).map(({ fileId }) => fileId))
    const { state, done, total, madeOn, differing, missing } = caseFileAt(
      await caseFiles.find(taskId),
      call.now,
    )
    const released = await publicTasks.find(taskId)
    return {
      number: task.number,
      title: task.title,
      state: task.state,
      evidence: listedEvidence({ task, records: found }).map((each) => ({
        no: each.no,
        name: each.name,
        part: aboutOf(each),
        use: each.use,
        origin: originOf(each.record),
        on: beijingDay(each.record.at),
        size: each.record.size,
        sha256: each.record.sha256 ?? '',
        secret: each.secret,
        former: each.former,
      })),
      numbered: numberedPapersOf(task).map(({ number, partText, on, former }) => ({
        ...{ number, on, former },
        part: partText || words.earlierPart,
      })),
      file: { state, done, total, madeOn, differing: [...differing], missing: [...missing] },
      hasNotice: (released?.facts.notice ?? null) !== null,
    }
  }
