import { negotiationWords as words } from '@/copy/negotiation'
import { DoneSheet } from '@/src/acting/done-sheet'
import type { Acting } from '@/src/acting/use-act'
import { useDoneForm } from '@/src/acting/use-done-form'
import type { Timeline } from '../hooks/use-replies'

interface ReportNodeSheetProps {
  timeline: Timeline
  measure: Timeline['measures'][number]
  act: Acting
  reload: () => Promise<void>
}

/** 报完成 of the firm's node of one measure. */
export function ReportNodeSheet({ timeline, measure, act, reload }: ReportNodeSheetProps) {
  const { id: timelineId, taskId } = timeline
  const { id: measureId, text } = measure
  const form = useDoneForm({
    name: `reportNode.${timelineId}.${measureId}`,
    action: 'enterprise.reportNode',
    inputOf: (said) => ({ timelineId, taskId, measureId, ...said }),
    then: () => {
      act.close()
      void reload()
    },
  })
  return <DoneSheet form={form} text={text} act={act} afterLines={words.nodeAfterLines} />
}
