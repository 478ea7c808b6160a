import type { ImportBatch } from '@/domain/import/batch'
import type { DraftTask } from '@/domain/import/draft'
import { type KnownUnits, taskOfDraft, unitNamesOf } from '@/domain/import/to-task'
import type { TaskId } from '@/domain/task/task'
import type { BatchStore } from '../_stores/batch-store'
import { digestOf } from '../_stores/messages/message-store'
import type { OrganizationStore } from '../_stores/organization-store'
import { importTask } from '../_stores/task-store'
import type { Acting } from '../_stores/thing'
import { isCollective } from './importer/units'
import { findUnits } from './unit-names'

export interface PortionDeps {
  readonly batches: BatchStore
  readonly organization: OrganizationStore
}

const taskIdOf = (batchId: string, index: number): TaskId => digestOf('task', batchId, index)

/** A list may print a part before the task it belongs to; deeper than this numbers go in circles. */
const deepest = 4

/** Some drafts of a list that become tasks in one transaction. */
export class Portion {
  /** Drafts as they were and as they are once they are tasks, by their place. */
  private readonly made = new Map<number, { readonly before: DraftTask; readonly taskId: TaskId }>()
  private readonly printed = new Map<string, DraftTask | null>()

  constructor(
    private readonly deps: PortionDeps,
    private readonly acting: Acting,
    private readonly batch: ImportBatch,
    private readonly drafts: readonly DraftTask[],
  ) {}

  /** Whether these are all drafts of the list. */
  get isWhole(): boolean {
    return this.drafts.length === this.batch.drafts
  }

  /** Makes the tasks: of these drafts and of those that they are parts of. */
  async make(): Promise<{ readonly before: DraftTask[]; readonly after: DraftTask[] }> {
    const units = await this.unitsOf(this.drafts)
    for (const draft of this.drafts) await this.taskOf(draft, units)
    const made = [...this.made.values()]
    return {
      before: made.map(({ before }) => before),
      after: made.map(({ before, taskId }) => ({ ...before, taskId })),
    }
  }

  /**
   * A task, its parent first: a part is counted where it belongs. What an earlier list brought in stays
   * that task.
   */
  private async taskOf(draft: DraftTask, units: KnownUnits, depth = 0): Promise<TaskId> {
    const { batch, made } = this
    const { index, known } = draft
    const parentId = known || depth === deepest ? null : await this.parentIdOf(draft, depth)
    const earlier = draft.taskId ?? made.get(index)?.taskId
    if (earlier) return earlier
    const taskId = known?.taskId ?? taskIdOf(batch.id, index)
    made.set(index, { before: draft, taskId })
    if (known) return taskId
    const task = taskOfDraft(draft, {
      id: taskId,
      roundId: batch.roundId,
      parentId,
      units,
      isCollective,
      regionCode: batch.regionCode,
      today: this.acting.by.today,
    })
    await importTask(this.acting, task, {
      batchId: batch.id,
      hidden: !this.isWhole,
      searchNames: unitNamesOf(draft),
    })
    return taskId
  }

  private async parentIdOf(draft: DraftTask, depth: number): Promise<TaskId | null> {
    const parent = draft.parentNumber === '' ? null : await this.draftPrinted(draft.parentNumber)
    if (!parent || parent.index === draft.index) return null
    if (parent.taskId) return parent.taskId
    return this.taskOf(parent, await this.unitsOf([parent]), depth + 1)
  }

  /** The child's parent is the task of the same list that has the number printed there. */
  private async draftPrinted(number: string): Promise<DraftTask | null> {
    const { batch, drafts, printed } = this
    const seen = printed.get(number)
    if (seen !== undefined) return seen
    const found = this.isWhole
      ? (drafts.find((draft) => draft.number === number) ?? null)
      : await this.deps.batches.draftByNumber(batch.id, number)
    printed.set(number, found)
    return found
  }

  private unitsOf(drafts: readonly DraftTask[]): Promise<KnownUnits> {
    return findUnits(this.deps.organization, [...new Set(drafts.flatMap(unitNamesOf))])
  }
}
