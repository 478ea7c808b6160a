import type { Feedback, FeedbackId, FeedbackOrigin } from '@/domain/feedback/feedback'
import { reportNumbers } from '@/domain/feedback/report-number'
import { submitFeedback } from '@/domain/feedback/transitions'
import { RuleError } from '@/domain/refusal'
import type { Call, ParsedInput } from '../_kit/handler'
import { DuplicateId } from '../_stores/document'
import type { ContentFlag } from '../_stores/feedback-original-store'
import { ownReport } from '../_stores/feedback-thing'
import type { FileRecord } from '../_stores/file-record-store'
import { byReporter } from './acting-reporter'
import type { Parts } from './parts'

export type Report = ParsedInput<'feedback.submit'> &
  Pick<Feedback, 'relapse'> & {
    /** What WeChat said of the words. */
    readonly flag: ContentFlag | null
  }

/** A number may be taken between the look and the commit: another try draws others. */
const maxTries = 6

const originOf = ({ actor }: Call): FeedbackOrigin =>
  actor.role === 'villageOfficer' ? 'village' : 'resident'

/** What the audit says: of an anonymous report neither hashes nor how many photos. */
const auditedChanges = (input: Report, files: readonly FileRecord[]) =>
  input.protection === 'anonymous'
    ? { protection: input.protection }
    : { protection: input.protection, files: files.map(({ sha256 }) => sha256) }

/** A person's own quota; of all together where it must not be told who sends. */
const takeQuota = ({ quotas }: Pick<Parts, 'quotas'>, { actor, now }: Call) =>
  quotas.take({
    quota: actor.personId === null ? 'anonymousReport' : 'report',
    by: actor.personId,
    now,
  })

export type Receipt = ReturnType<typeof receiptOf>

const receiptOf = ({ id, number, state, submittedOn, admitDueOn }: Feedback) => ({
  id,
  number,
  state,
  submittedOn,
  admitDueOn,
})

const store = async <A>(
  parts: Parts,
  input: Report,
  call: Call,
  files: FileRecord[],
  answerOf: (receipt: Receipt) => A,
  attempt: number,
): Promise<A> => {
  const { actor, today } = call
  const id = call.newId('feedback')
  const drawn = reportNumbers(today, (label) => call.newId(`number ${attempt} ${label}`))
  const number = await parts.feedback.numberOn(today, drawn, attempt > 1)
  if (number === null) throw new DuplicateId('feedback')
  const feedback = submitFeedback(
    {
      id,
      number,
      origin: originOf(call),
      protection: input.protection,
      regionCode: input.regionCode,
      taskId: input.taskId,
      ...(input.relapse && { relapse: true }),
      // A consent that is still to come is none.
      consentNoted: input.consentNoted && (input.consentOn ?? today) <= today,
    },
    actor,
    { ...parts.writer.contextOn(today), isReporter: true },
  )
  const original = {
    feedbackId: id,
    reporterId: actor.personId,
    words: input.words,
    place: input.place,
    photoIds: input.photoIds,
    voiceId: input.voiceId,
    contactName: input.contactName,
    contactPhone: input.contactPhone,
    consentOn: feedback.origin === 'village' ? (input.consentOn ?? today) : null,
    supplements: [],
    ratings: [],
  }
  const { lookupHash, flag } = input
  const countIt = takeQuota(parts, call)
  const putOriginal = parts.originals.create({
    original,
    reporter: actor,
    lookupHash,
    flag,
    on: today,
  })
  const attachFiles = parts.records.attach(files, id)
  return parts.writer.write(byReporter(call), async (acting) => {
    await acting.make(ownReport, 'submit', {
      next: feedback,
      changes: auditedChanges(input, files),
      also: async ({ transaction }) => {
        await countIt(transaction)
        await putOriginal(transaction)
        await attachFiles(transaction)
      },
    })
    return answerOf(receiptOf(feedback))
  })
}

/**
 * The same code with the same words of the same person is the same report sent twice; with anything
 * else the code is somebody's already, and its report is not shown.
 *
 * @throws RuleError `FEEDBACK.CODE_TAKEN`
 */
const sameReport = async <A>(
  parts: Parts,
  input: Report,
  call: Call,
  sent: FeedbackId,
  answerOf: (receipt: Receipt) => A,
): Promise<A> => {
  const [report, row] = await Promise.all([parts.feedback.find(sent), parts.originals.find(sent)])
  const { personId } = call.actor
  const reporterKey = personId === null ? null : parts.originals.reporterKey(call.actor)
  const isSame =
    row?.reporterKey === reporterKey &&
    row.original.words === input.words &&
    row.original.place === input.place
  if (!report || !isSame) throw new RuleError('FEEDBACK.CODE_TAKEN', ['lookupHash'])
  return parts.writer.write(byReporter(call), async () => answerOf(receiptOf(report)))
}

/**
 * Tries other numbers while the drawn ones are taken. What was sent before is no further report.
 * @param answerOf what the call is answered with, and what stands as its reply
 */
export const storeReport = async <A>(
  parts: Parts,
  input: Report,
  call: Call,
  files: FileRecord[],
  answerOf: (receipt: Receipt) => A,
): Promise<A> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await store(parts, input, call, files, answerOf, attempt)
    } catch (error) {
      const isSpent = error instanceof RuleError && error.code.startsWith('FEEDBACK.TOO_MANY')
      if (!isSpent && !(error instanceof DuplicateId)) throw error
      const sent = await parts.originals.idByLookup(input.lookupHash)
      if (sent) return sameReport(parts, input, call, sent, answerOf)
      if (isSpent) throw error
      if (attempt === maxTries) throw new RuleError('THING.BUSY')
    }
  }
}
