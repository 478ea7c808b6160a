import { opinionVoices } from '@/domain/opinion/opinion'
import { satisfactions } from '@/domain/opinion/satisfaction'
import { matterSides, summaryStates } from '@/domain/opinion/summary'
import { summaryEvents } from '@/domain/opinion/summary-workflow'
import { read, write } from '../action'
import { changed, count, id, isoDay, oneOf, photo, sha256, text } from '../fields'
import { maxReason } from '../limits'
import { maxMatterWords, maxOpinionAnswer, maxSummaryWords } from './limits'
import * as z from '../zod'

const summaryChanged = changed(oneOf(summaryStates), oneOf(summaryEvents))

const summaryId = { summaryId: id }

const matterWords = text(maxMatterWords)

/** Of residents; null where so few spoke that a number would tell who it was. */
const counts = z.nullable(z.strictObject({ satisfied: count, half: count, unsatisfied: count }))

/** What a released summary says to villagers and in the notice. */
export const releasedSummary = z.strictObject({
  words: z.string(),
  counts,
  matters: z.array(
    z.strictObject({ side: oneOf(matterSides), words: z.string(), answer: z.nullable(z.string()) }),
  ),
})

/** 归纳、答复、发出. Actions of the function `opinion`. */
export const opinionSummaryActions = {
  'opinion.getSummary': read(
    'member',
    z.strictObject(summaryId),
    z.strictObject({
      id,
      taskId: id,
      number: z.string(),
      title: z.string(),
      state: oneOf(summaryStates),
      since: isoDay,
      /** Until when whoever has it now is to act; null where nobody owes anything. */
      due: z.nullable(z.strictObject({ on: isoDay, provisional: z.boolean() })),
      /** Why the answers came back, while they are to be given anew. */
      returnedFor: z.nullable(z.string()),
      summary: releasedSummary,
      events: z.array(oneOf(summaryEvents)),
    }),
  ),
  /** Intake reads what was said; who said it nobody can tell. Each look stands in the chain. */
  'opinion.openWords': write(
    'member',
    z.strictObject(summaryId),
    z.strictObject({
      /** What was read; the summary names it, and is refused when a word came in between. */
      digest: sha256,
      items: z.array(
        z.strictObject({
          voice: oneOf(opinionVoices),
          villageName: z.string(),
          satisfaction: z.nullable(oneOf(satisfactions)),
          words: z.string(),
          recording: z.nullable(photo),
        }),
      ),
    }),
  ),
  'opinion.summarize': write(
    'member',
    z.strictObject({
      ...summaryId,
      digest: sha256,
      words: text(maxSummaryWords),
      matters: z
        .array(z.strictObject({ side: oneOf(matterSides), words: matterWords }))
        .check(z.maxLength(30)),
    }),
    summaryChanged,
  ),
  /** One answer a matter, in their order. */
  'opinion.answerOpinions': write(
    'member',
    z.strictObject({
      ...summaryId,
      answers: z.array(text(maxOpinionAnswer)).check(z.maxLength(30)),
    }),
    summaryChanged,
  ),
  'opinion.returnAnswers': write(
    'member',
    z.strictObject({ ...summaryId, reason: text(maxReason) }),
    summaryChanged,
  ),
  'opinion.releaseSummary': write('member', z.strictObject(summaryId), summaryChanged),
} as const
