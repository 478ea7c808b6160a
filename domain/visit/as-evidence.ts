import { presentCycle } from '../task/cycle'
import { responsibleUnitsOf } from '../task/responsibility'
import type { RectificationTask } from '../task/task'
import type { FirmFinding, FirmSeen } from '../task/verification'
import { type FirmVisit, isOverVisit, type VisitMatter } from './visit'

type Verified = Pick<RectificationTask, 'id' | 'cycles' | 'units' | 'measures'>

/**
 * Matters of a measure that this cycle asked about. What intake asked for stays out: it asks because
 * somebody reported, and the units that do the work read what a step says.
 */
const isEvidence =
  (task: Verified, { askings }: FirmVisit) =>
  ({ taskId, measureId, askingId }: VisitMatter): boolean => {
    const asking = askings.find(({ id }) => id === askingId)
    const since = presentCycle(task).rework?.on ?? ''
    if (taskId !== task.id || measureId === null || asking === undefined) return false
    return asking.role !== 'intake' && asking.on >= since
  }

const findingOf =
  ({ record }: FirmVisit) =>
  ({ id, measureId }: VisitMatter): FirmFinding[] => {
    const found = record?.findings.find(({ matterId }) => matterId === id)
    const { inOrder = null, words = '' } = found ?? {}
    return measureId === null ? [] : [{ measureId, inOrder, words }]
  }

/**
 * What a step that is taken now keeps of the visits to the firms of its task (domain.md 6: the record is the
 * step's evidence). One that can still be made is in no step: who knows of it ahead can tell.
 */
export const firmsSeen = (task: Verified, visits: readonly FirmVisit[]): FirmSeen[] =>
  visits
    .filter(({ state }) => isOverVisit(state))
    .flatMap((visit) => {
      const { id: visitId, enterpriseId, bodyId, record } = visit
      const matters = visit.matters.filter(isEvidence(task, visit))
      if (matters.length === 0) return []
      const isOwnWork = responsibleUnitsOf(task).includes(bodyId)
      const findings = matters.flatMap(findingOf(visit))
      const made = { on: record?.on ?? null, fileIds: record?.fileIds ?? [] }
      return [{ visitId, enterpriseId, bodyId, isOwnWork, findings, ...made }]
    })
