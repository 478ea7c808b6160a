import type { Actor } from '@/domain/organization/actor'
import { type DraftOpinion, partiesOf } from '@/domain/task/consultation'
import type { Names } from '../_stores/task-names'
import type { TaskRecord } from '../_stores/task-record'

/** The whole for the office; of a village or firm only what is its own; others read nothing. */
const isOwn = (actor: Actor, isOffice: boolean) => {
  const party = actor.role === 'villageOfficer' ? actor.regionCode : actor.unitId
  return {
    party: (id: string) => isOffice || id === party,
    opinion: ({ unitId }: DraftOpinion) => isOffice || unitId === actor.unitId,
  }
}

const readers: readonly Actor['role'][] = ['coordinator', 'villageOfficer', 'enterpriseAgent']

/** 征求意见 as this reader may see it. */
export const describeConsultation = (
  { task: { consultation }, names }: { readonly task: TaskRecord; readonly names: Names },
  actor: Actor,
) => {
  if (!consultation || !readers.includes(actor.role)) return null
  const { askedOn, dueOn, opinions, villageCodes } = consultation
  const own = isOwn(actor, actor.role === 'coordinator')
  const parties = partiesOf(consultation).filter(own.party)
  // Asked at another time than now: a village or firm that was never asked is told nothing.
  if (parties.length === 0) return null
  return {
    askedOn,
    dueOn,
    parties: parties.map((id) => ({
      id,
      name: villageCodes.includes(id) ? names.region(id) : names.unit(id).name,
      spoke: opinions.some(({ party }) => party === id),
    })),
    opinions: opinions.filter(own.opinion).map((opinion) => ({
      ...{ id: opinion.id, party: opinion.party, agrees: opinion.agrees, words: opinion.words },
      ...{ paperNumber: opinion.paperNumber, givenOn: opinion.givenOn },
      unitName: opinion.unitId === null ? null : names.unit(opinion.unitId).name,
      answer: opinion.answer && { ...opinion.answer },
    })),
  }
}
