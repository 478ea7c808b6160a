import { satisfactions } from '@/domain/opinion/satisfaction'
import {
  type Opinion,
  type OpinionId,
  type OpinionVoice,
  opinionVoices,
  opinionStates,
} from '@/domain/opinion/opinion'
import { recountOpinion } from '@/domain/opinion/transitions'
import {
  allowedOpinionEvents,
  type OpinionEvent,
  type OpinionFacts,
} from '@/domain/opinion/workflow'
import type { PersonId } from '@/domain/organization/actor'
import type { RegionCode } from '@/domain/organization/region'
import { obligationsOfOpinion } from '@/domain/opinion/owed'
import { askedTaskOf, askedTaskShape, taskCollection } from './asked-task'
import type { Cipher } from './cipher'
import { digestOf } from './messages/message-store'
import type { Acting, Thing } from './thing'
import { orNone, thingsOf } from './shape'
import { taskOf } from './task-record'

export const opinionOf = thingsOf<Opinion>({
  ...askedTaskShape,
  id: 'text',
  taskId: 'text',
  askingId: 'text',
  voice: opinionVoices,
  villageCode: orNone('text'),
  unitId: orNone('text'),
  state: opinionStates,
  askedOn: 'text',
  dueOn: orNone('text'),
  dueProvisional: 'flag',
  satisfaction: orNone(satisfactions),
  said: orNone('text'),
  recordingId: orNone('text'),
  meeting: orNone('row'),
  visit: orNone('row'),
  onPaper: 'flag',
  givenOn: orNone('text'),
  revision: 'number',
})

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
  const asking = doc && taskOf(doc).asking
  if (!asking || asking.id !== next.askingId || asking.dueOn !== before.dueOn) return
  await transaction.put(taskCollection, { ...doc, asking: { ...asking, dueOn: next.dueOn } })
}

export const opinionThing: Thing<Opinion, OpinionFacts, OpinionEvent> = {
  kind: 'opinion',
  collection: 'opinions',
  parsed: opinionOf,
  derived: () => ({}),
  renewed: async (opinion, read) => {
    const task = await read(taskCollection, opinion.taskId)
    return task ? { ...opinion, ...askedTaskOf(taskOf(task)) } : opinion
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
