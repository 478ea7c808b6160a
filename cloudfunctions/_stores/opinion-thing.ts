import type { Opinion, OpinionId, OpinionVoice } from '@/domain/opinion/opinion'
import { recountOpinion } from '@/domain/opinion/transitions'
import {
  allowedOpinionEvents,
  type OpinionEvent,
  type OpinionFacts,
} from '@/domain/opinion/workflow'
import type { PersonId } from '@/domain/organization/actor'
import type { RegionCode } from '@/domain/organization/region'
import { obligationsOfOpinion } from '@/domain/opinion/owed'
import type { Asking } from '@/domain/task/asking'
import type { KeptFacts } from '@/domain/task/kept-facts'
import type { RectificationTask } from '@/domain/task/task'
import { askedTaskOf, taskCollection } from './asked-task'
import { thingOf } from './bookkeeping'
import type { Cipher } from './cipher'
import { digestOf } from './message-store'
import type { Acting, Thing } from './thing'

/** One a village, voice and cycle. */
export const collectiveIdOf = (
  askingId: string,
  voice: Exclude<OpinionVoice, 'resident'>,
  villageCode: RegionCode,
): OpinionId => digestOf('opinion', askingId, voice, villageCode)

/** One a person and cycle; without the key nobody gets from the one to the other. */
export const residentIdOf = (cipher: Cipher, askingId: string, personId: PersonId): OpinionId =>
  cipher.blind(`opinion ${askingId} ${personId}`)

/** The task keeps until when its villages are asked: a day that is counted anew moves there too. */
const moveAsking = async (
  { transaction }: Acting,
  before: Opinion | null,
  next: Opinion,
): Promise<void> => {
  if (before === null || before.dueOn === next.dueOn) return
  const doc = await transaction.get(taskCollection, next.taskId)
  const asking = doc?.asking as Asking | null | undefined
  if (!doc || !asking || asking.id !== next.askingId || asking.dueOn !== before.dueOn) return
  await transaction.put(taskCollection, { ...doc, asking: { ...asking, dueOn: next.dueOn } })
}

export const opinionThing: Thing<Opinion, OpinionFacts, OpinionEvent> = {
  kind: 'opinion',
  collection: 'opinions',
  derived: () => ({}),
  renewed: async (opinion, read) => {
    const task = await read(taskCollection, opinion.taskId)
    return task
      ? { ...opinion, ...askedTaskOf(thingOf<RectificationTask & KeptFacts>(task)) }
      : opinion
  },
  facts: (_opinion, context) => context,
  allowed: allowedOpinionEvents,
  owed: obligationsOfOpinion,
  recounted: recountOpinion,
  beside: moveAsking,
}

/** What a branch or committee owed ends with the window or the cycle in which it was asked. */
export const endAsking = async (
  acting: Acting,
  askingId: string,
  villageCodes: readonly RegionCode[],
): Promise<void> => {
  for (const villageCode of villageCodes)
    for (const voice of ['branch', 'committee'] as const) {
      const id = collectiveIdOf(askingId, voice, villageCode)
      const doc = await acting.read(opinionThing.collection, id)
      if (doc?.state !== 'asked') continue
      await acting.change(opinionThing, id, 'askingEnded', (opinion) => ({
        next: opinion,
        changes: {},
      }))
    }
}
