import type { Feedback, FeedbackId, FeedbackOrigin } from '@/domain/feedback/feedback'
import { reportNumbers } from '@/domain/feedback/report-number'
import { submitFeedback } from '@/domain/feedback/transitions'
import { RuleError } from '@/domain/refusal'
import type { Call, Handler, ParsedInput } from '../../_kit/handler'
import { DuplicateId } from '../../_stores/document'
import { ownReport } from '../../_stores/feedback-thing'
import type { FileRecord } from '../../_stores/file-record-store'
import { actingReporter } from '../acting-reporter'
import { requireFiles } from '../../_stores/attached-files'
import { contentFlag } from '../content-flag'
import type { Parts } from '../parts'

type Input = ParsedInput<'feedback.submit'>

/** A number may be taken between the look and the commit: another try draws others. */
const maxTries = 6

const originOf = ({ actor }: Call): FeedbackOrigin =>
  actor.role === 'villageOfficer' ? 'village' : 'resident'

/** A place that exists; a task only where residents can see it. */
const requireNamed = async (
  { organization, publicTasks }: Pick<Parts, 'organization' | 'publicTasks'>,
  { regionCode, taskId }: Input,
): Promise<void> => {
  const regions = await organization.regions(regionCode ? [regionCode] : [])
  if (regionCode !== null && !regions.has(regionCode))
    throw new RuleError('THING.NOT_FOUND', ['regionCode'])
  if (taskId !== null && !(await publicTasks.find(taskId)))
    throw new RuleError('THING.NOT_FOUND', ['taskId'])
}

/** What the audit says: of an anonymous report neither hashes nor how many photos. */
const auditedChanges = (input: Input, files: readonly FileRecord[]) =>
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

const receiptOf = ({ id, number, state, submittedOn, admitDueOn }: Feedback) => ({
  id,
  number,
  state,
  submittedOn,
  admitDueOn,
})

const store = async (
  parts: Parts,
  input: Input,
  call: Call,
  files: FileRecord[],
  attempt: number,
) => {
  const { actor, today } = call
  const id = call.newId('feedback')
  const drawn = reportNumbers(today, (label) => call.newId(`number ${attempt} ${label}`))
  const number = await parts.feedback.firstFree(drawn)
  if (number === null) throw new DuplicateId('feedback')
  const feedback = submitFeedback(
    {
      id,
      number,
      origin: originOf(call),
      protection: input.protection,
      regionCode: input.regionCode,
      taskId: input.taskId,
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
  const { lookupHash } = input
  const countIt = takeQuota(parts, call)
  const putOriginal = parts.originals.create({ original, reporter: actor, lookupHash, on: today })
  const attachFiles = parts.records.attach(files, id)
  return parts.writer.write(actingReporter(true, call).by, async (acting) => {
    await acting.make(ownReport, 'submit', {
      next: feedback,
      changes: auditedChanges(input, files),
      also: async ({ transaction }) => {
        await countIt(transaction)
        await putOriginal(transaction)
        await attachFiles(transaction)
      },
    })
    return receiptOf(feedback)
  })
}

/**
 * The same code with the same words of the same person is the same report sent twice; with anything
 * else the code is somebody's already, and its report is not shown.
 *
 * @throws RuleError `FEEDBACK.CODE_TAKEN`
 */
const sameReport = async (parts: Parts, input: Input, call: Call, sent: FeedbackId) => {
  const [report, row] = await Promise.all([parts.feedback.find(sent), parts.originals.find(sent)])
  const { personId } = call.actor
  const reporterKey = personId === null ? null : parts.originals.reporterKey(call.actor)
  const isSame =
    row?.reporterKey === reporterKey &&
    row.original.words === input.words &&
    row.original.place === input.place
  if (!report || !isSame) throw new RuleError('FEEDBACK.CODE_TAKEN', ['lookupHash'])
  return parts.writer.write(actingReporter(true, call).by, async () => receiptOf(report))
}

/** Tries other numbers while the drawn ones are taken. What was sent before is no further report. */
const storeUnderFreeNumber = async (
  parts: Parts,
  input: Input,
  call: Call,
  files: FileRecord[],
) => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await store(parts, input, call, files, attempt)
    } catch (error) {
      const isSpent = error instanceof RuleError && error.code.startsWith('FEEDBACK.TOO_MANY')
      if (!isSpent && !(error instanceof DuplicateId)) throw error
      const sent = await parts.originals.idByLookup(input.lookupHash)
      if (sent) return sameReport(parts, input, call, sent)
      if (isSpent) throw error
      if (attempt === maxTries) throw new RuleError('THING.BUSY')
    }
  }
}

/**
 * 提交. First the report is safe, then WeChat is asked about its words: whatever it says, or
 * whether it answers at all, the reporter has the receipt.
 */
export const submit =
  (parts: Parts): Handler<'feedback.submit'> =>
  async (input, call) => {
    await requireNamed(parts, input)
    const files = await requireFiles(
      parts,
      [
        { fileIds: input.photoIds, kind: 'photo', field: 'photoIds' },
        { fileIds: input.voiceId ? [input.voiceId] : [], kind: 'voice', field: 'voiceId' },
      ],
      call.actor,
      call.newId('feedback'),
    )
    const receipt = await storeUnderFreeNumber(parts, input, call, files)
    const flag = await contentFlag(parts.wechat, call.openid, `${input.words}\n${input.place}`)
    if (flag !== 'unchecked') await parts.originals.flag(receipt.id, 'report', flag)
    return receipt
  }
