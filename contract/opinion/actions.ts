import { opinionStates, opinionVoices } from '@/domain/opinion/opinion'
import { satisfactions } from '@/domain/opinion/satisfaction'
import { opinionEvents } from '@/domain/opinion/workflow'
import { eventsOfTask } from '@/domain/task/events'
import { read, write } from '../action'
import {
  changed,
  count,
  fileId,
  id,
  isoDay,
  namedRef,
  oneOf,
  phone,
  photo,
  region,
  upTo,
} from '../fields'
import { ownOpinion } from './own'
import { residentVisitActions } from './visit'
import { opinionSummaryActions } from './summary'
import { maxAttached } from '../limits'
import { maxOpinionWords } from './limits'
import * as z from '../zod'

const opinionChanged = changed(oneOf(opinionStates), oneOf(opinionEvents))

const words = z.string().check(upTo(maxOpinionWords))

const minutesIds = z.array(fileId).check(z.minLength(1), z.maxLength(maxAttached))

/** The word of a branch or committee, for itself and for who records it from paper. */
const collectiveOpinion = z.strictObject({
  id,
  taskId: id,
  number: z.string(),
  title: z.string(),
  voice: oneOf(opinionVoices),
  /** The body that speaks; null where the village has none in the system. */
  unit: z.nullable(namedRef),
  village: region,
  state: oneOf(opinionStates),
  dueOn: isoDay,
  dueProvisional: z.boolean(),
  /** Null while nothing was said, and for who may not read it. */
  given: z.nullable(
    z.strictObject({
      satisfaction: z.nullable(oneOf(satisfactions)),
      words: z.string(),
      meetingOn: z.nullable(isoDay),
      present: z.nullable(count),
      minutes: z.array(photo),
      onPaper: z.boolean(),
      givenOn: isoDay,
    }),
  ),
  events: z.array(oneOf(opinionEvents)),
})

/** Who was asked and whether they spoke: never what they said. */
const askedRow = z.strictObject({
  id,
  village: region,
  voice: oneOf(opinionVoices),
  unitName: z.nullable(z.string()),
  state: oneOf(opinionStates),
  dueOn: isoDay,
  dueProvisional: z.boolean(),
  /** Days that the answer is overdue; 0 while it is not. */
  overdueDays: count,
  events: z.array(oneOf(opinionEvents)),
})

export const opinionActions = {
  ...opinionSummaryActions,
  ...residentVisitActions,
  'opinion.getOwn': read('anyone', z.strictObject({ taskId: id }), ownOpinion),
  /** 村民说看法; sent again it takes the place of the earlier word. */
  'opinion.giveOwn': write(
    'person',
    z.strictObject({
      taskId: id,
      satisfaction: oneOf(satisfactions),
      words,
      /** Of who lets an inspector call on them; absent where nobody may. */
      visitPhone: z.optional(phone),
      /** A voice note beside the words; one that was sent before stays when it is named again. */
      recordingId: z.optional(z.nullable(fileId)),
    }),
    opinionChanged,
  ),
  /** 村里看法: the affected villages of one task, who was asked and who has spoken. */
  'opinion.listAsked': read(
    'member',
    z.strictObject({ taskId: id }),
    z.strictObject({
      number: z.string(),
      title: z.string(),
      items: z.array(askedRow),
      /** Where its summary stands; null before close-out was asked for, and for the concerned. */
      summaryId: z.nullable(id),
      /** Affected villages that nobody asked yet. */
      notAsked: z.array(region),
      /** Villages that may be visited now because they were silent. */
      toVisit: z.array(region),
      events: z.array(oneOf(eventsOfTask)),
    }),
  ),
  'opinion.getCollective': read('member', z.strictObject({ opinionId: id }), collectiveOpinion),
  'opinion.giveCollective': write(
    'member',
    z.strictObject({
      opinionId: id,
      satisfaction: oneOf(satisfactions),
      words,
      meetingOn: isoDay,
      present: z.int().check(z.minimum(1), z.maximum(9999)),
      minutesIds,
    }),
    opinionChanged,
  ),
  'opinion.sayNotInvolved': write('member', z.strictObject({ opinionId: id }), opinionChanged),
} as const
