import { satisfactions } from '@/domain/opinion/satisfaction'
import { isoDay, oneOf, photo, region } from '../fields'
import { releasedSummary } from './summary'
import * as z from '../zod'

/** Why a resident can or cannot speak now, in one word. */
const speakingStates = [
  'open',
  'notResident', // acts for a body just now
  'noVillage', // has not said where they live
  'otherVillage',
  'ownCause', // works for a unit that does the work
  'closed',
] as const

/** The caller's own word on one task; nobody else's is in it. */
export const ownOpinion = z.strictObject({
  title: z.string(),
  unitName: z.string(),
  speaking: oneOf(speakingStates),
  /** Villages that were asked, so that a resident sees whether theirs is one. */
  villages: z.array(region),
  /** Once released: to who has spoken, and to everybody while the notice is up and after it. */
  summary: z.nullable(releasedSummary),
  mine: z.nullable(
    z.strictObject({
      satisfaction: oneOf(satisfactions),
      words: z.string(),
      recording: z.nullable(photo),
      givenOn: isoDay,
      villageName: z.string(),
      /** 上门听: who may be called on, and when somebody was there. */
      visit: z.nullable(
        z.strictObject({ phone: z.nullable(z.string()), madeOn: z.nullable(isoDay) }),
      ),
    }),
  ),
})
