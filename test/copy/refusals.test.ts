import { errorTexts } from '@/copy/errors'
import type { ErrorCode } from '@/contract/errors'

/** Steps that wait for somebody: the refusal says who does what before it goes on. */
const waiting: readonly ErrorCode[] = [
  'TASK.MEASURE_UNFINISHED',
  'TASK.OBJECTION_OPEN',
  'TASK.NOTICE_RUNNING',
  'TASK.CHAIN_UNFINISHED',
  'TASK.CHILD_OPEN',
  'TASK.ASSIGNMENT_OPEN',
  'TASK.EVIDENCE_MISSING',
  'TASK.OPINION_MISSING',
  'TASK.OPINION_UNANSWERED',
  'TASK.RELEASE_MISSING',
  'IMPORT.NOT_COMPLETE',
]

test.each(waiting)('%s says what to do, not only what is missing', (code) => {
  expect(errorTexts[code]).toMatch(/^[^，]+，请[^，]+$/)
})
