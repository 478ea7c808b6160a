import type { submitAnswer } from '@/domain/feedback/answer-transitions'
import type { ParsedInput, Call } from '../_kit/handler'
import { requireFiles } from '../_stores/attached-files'
import { handledReport } from '../_stores/feedback-thing'
import type { Parts } from './parts'

type Input = ParsedInput<'feedback.submitAnswer'>

/** First and second answers differ by who may give them: the domain's `decide` says who. */
export const answerReport = async (
  parts: Parts,
  input: Input,
  call: Call,
  event: 'submitAnswer' | 'submitSecondAnswer',
  decide: typeof submitAnswer,
) => {
  const { feedbackId, ...answer } = input
  const files = await requireFiles(
    parts,
    [{ fileIds: answer.photoIds, kind: 'photo', field: 'photoIds' }],
    call.actor,
    feedbackId,
  )
  return parts.writer.act(handledReport, call, feedbackId, event, (feedback, facts) => ({
    next: decide(feedback, answer, call.actor, facts),
    changes: { finding: answer.finding, files: files.map(({ sha256 }) => sha256) },
    also: ({ transaction }) => parts.records.attach(files, feedbackId)(transaction),
  }))
}
