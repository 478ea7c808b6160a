import { assignmentStateNames, taskStateNames } from '@/copy/task-staff'
import type { AssignmentState, TaskState } from '@/domain/task/task'
import type { StateChipProps } from '@/src/components/show/state-chip'

type Look = Pick<StateChipProps, 'tone' | 'shape'>

const taskLooks: Readonly<Record<TaskState, Look>> = {
  draft: { tone: 'neutral', shape: 'ring' },
  consulting: { tone: 'neutral', shape: 'ring' },
  assigned: { tone: 'blue', shape: 'dot' },
  inProgress: { tone: 'blue', shape: 'dot' },
  selfChecked: { tone: 'green', shape: 'tick' },
  preNotice: { tone: 'amber', shape: 'sand' },
  verifying: { tone: 'blue', shape: 'dot' },
  underNotice: { tone: 'amber', shape: 'sand' },
  awaitingApproval: { tone: 'amber', shape: 'sand' },
  reportedUp: { tone: 'blue', shape: 'dot' },
  closed: { tone: 'solid', shape: 'seal' },
  cancelled: { tone: 'neutral', shape: 'dash' },
}

const assignmentLooks: Readonly<Record<AssignmentState, Look>> = {
  pending: { tone: 'amber', shape: 'sand' },
  returned: { tone: 'amber', shape: 'triangle' },
  signedFor: { tone: 'blue', shape: 'dot' },
  planSubmitted: { tone: 'amber', shape: 'sand' },
  planned: { tone: 'green', shape: 'tick' },
}

/** Official wording, for staff. */
export const taskChip = (state: TaskState): StateChipProps => ({
  ...taskLooks[state],
  word: taskStateNames[state],
})

export const assignmentChip = (state: AssignmentState): StateChipProps => ({
  ...assignmentLooks[state],
  word: assignmentStateNames[state],
})
