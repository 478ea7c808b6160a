import { eventsOfTask } from '@/domain/task/events'
import { scheduleStates } from '@/domain/task/schedule-words'
import { taskCategories, taskStates } from '@/domain/task/task'
import { signingSides, timelineStates } from '@/domain/timeline/timeline'
import { count, id, instant, isoDay, namedRef, oneOf, region } from '../fields'
import { turn } from './row-view'
import { closeOutView } from './close-out/view'
import { deadlineView } from './deadline-view'
import { extendableView, extensionView, partView } from './parts/views'
import { assignmentView, unitsView } from './shares'
import { correctable } from './correction'
import * as z from '../zod'

/** What staff with a part in the task see. */
export const staffTask = z.strictObject({
  id,
  version: count,
  number: z.string(),
  upperNumber: z.nullable(z.string()),
  title: z.string(),
  problem: z.string(),
  category: oneOf(taskCategories),
  state: oneOf(taskStates),
  schedule: oneOf(scheduleStates),
  overdueDays: count,
  regions: z.array(region),
  villages: z.array(region),
  enterprises: z.array(namedRef),
  goals: z.array(z.string()),
  units: unitsView,
  /** 牵头领导: as printed ('' where the list names nobody) and as chosen; null for the concerned. */
  leadOfficial: z.nullable(
    z.strictObject({
      printed: z.string(),
      person: z.nullable(z.strictObject({ membershipId: id, name: z.string(), unit: namedRef })),
    }),
  ),
  collectiveUnits: z.array(z.string()),
  measures: z.array(
    z.strictObject({
      id,
      text: z.string(),
      units: unitsView,
      deadline: z.nullable(deadlineView),
      dueOn: z.nullable(isoDay),
      /** When firms have agreed to it: then it is the day that counts. */
      agreedOn: z.nullable(isoDay),
      doneOn: z.nullable(isoDay),
    }),
  ),
  deadline: deadlineView,
  dueOn: z.nullable(isoDay),
  assignments: z.array(assignmentView),
  release: z.strictObject({
    secrecyOn: z.nullable(isoDay),
    opennessOn: z.nullable(isoDay),
    releasedOn: z.nullable(isoDay),
    /** The released text differs from the present one. */
    stale: z.boolean(),
  }),
  /** What is reported done one by one; not for the concerned. */
  parts: z.array(partView),
  extensions: z.array(extensionView),
  extendable: z.array(extendableView),
  /** Not for the concerned. */
  turns: z.array(turn),
  /** 征求意见: for the office, and of it for a village or firm what is its own. */
  consultation: z.nullable(
    z.strictObject({
      askedOn: isoDay,
      dueOn: isoDay,
      parties: z.array(
        z.strictObject({
          /** A village's code or a firm's id. */
          id,
          name: z.string(),
          spoke: z.boolean(),
        }),
      ),
      opinions: z.array(
        z.strictObject({
          id,
          party: id,
          /** Who spoke; null where the office recorded it from a paper. */
          unitName: z.nullable(z.string()),
          agrees: z.boolean(),
          words: z.string(),
          paperNumber: z.nullable(z.string()),
          givenOn: isoDay,
          answer: z.nullable(
            z.strictObject({ adopted: z.boolean(), reason: z.string(), on: isoDay }),
          ),
        }),
      ),
    }),
  ),
  /** From self-check to close-out; null for the concerned. */
  closeOut: z.nullable(closeOutView),
  timelines: z.array(
    z.strictObject({
      id,
      enterprise: namedRef,
      state: oneOf(timelineStates),
      awaits: z.nullable(oneOf(signingSides)),
    }),
  ),
  history: z.array(
    z.strictObject({
      event: z.string(),
      at: instant,
      unitName: z.nullable(z.string()),
      note: z.nullable(z.string()),
    }),
  ),
  /** 请执法单位入企: the caller may ask for a visit of one of its firms. */
  asksVisit: z.boolean(),
  /** Its point was picked there; which one is nobody's to read. */
  hasPoint: z.boolean(),
  correctable,
  events: z.array(oneOf(eventsOfTask)),
})
