import { refuseIf, RuleError } from '@/domain/refusal'
import { reportNode as reported } from '@/domain/timeline/node-transitions'
import { nodeCase, nodeRules } from '@/domain/timeline/node-workflow'
import { requireEvidence } from '../../_files/evidence'
import type { Handler } from '../../_kit/handler'
import { timelineThing } from '../../_stores/timeline-thing'
import { firmHasAgent } from '../firm-has-agent'
import { onOpenTask } from '../on-open-task'
import type { Parts } from '../parts'
import { requireTimeline } from '../readers'

/** 报节点完成 by the firm with what proves it; what reminds it ends in the same transaction. */
export const reportNode =
  (parts: Parts): Handler<'enterprise.reportNode'> =>
  async ({ timelineId, taskId, measureId, on, words, paperNumber, ...proof }, call) => {
    const { beforeIds = [], photoIds = [], secretFileIds = [] } = proof
    const fileIds = [...new Set([...(proof.fileIds ?? []), ...secretFileIds])]
    const given = { on, words, paperNumber, beforeIds, photoIds, fileIds, secretFileIds }
    const stored = await requireTimeline(parts, timelineId)
    if (stored.taskId !== taskId) throw new RuleError('THING.NOT_FOUND')
    const spokenFor = await firmHasAgent(parts, stored.enterpriseId, call.actor)
    const facts = parts.writer.factsOf(timelineThing, stored, call)
    const context = { ...facts, firmHasAgent: spokenFor }
    // Whoever may not say it learns nothing of the files.
    const thing = nodeCase(stored, measureId, context)
    refuseIf(thing && nodeRules.whyNot(thing, 'reportNode', call.actor, { ...context, given }))
    const files = await requireEvidence(parts, given, taskId, call.actor)
    return parts.writer.act(
      timelineThing,
      call,
      timelineId,
      'reportNode',
      onOpenTask(call.actor, (timeline, known) => ({
        next: reported(timeline, measureId, given, call.actor, {
          ...known,
          firmHasAgent: spokenFor,
        }),
        changes: { measureId, on, files: files.map(({ sha256 }) => sha256) },
        note: words,
        also: ({ transaction }) => parts.records.attach(files, taskId)(transaction),
      })),
    )
  }
