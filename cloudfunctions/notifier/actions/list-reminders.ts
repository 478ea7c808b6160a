import type { Actor } from '@/domain/organization/actor'
import type { Obligation } from '@/domain/reminder/obligation'
import type { ObligationContext } from '@/domain/reminder/obligation-context'
import { comingSteps, type Step } from '@/domain/reminder/steps'
import type { Handler } from '../../_kit/handler'
import type { ObligationStore } from '../../_stores/obligation-store'
import type { Stores } from '../../_stores/open-stores'
import { decodeCursor, encodeCursor } from '../../_stores/page-cursor'
import { findSigners, type SignerOf } from '../../_stores/task-signers'

interface Deps extends Pick<Stores, 'database' | 'contextOn'> {
  readonly obligations: ObligationStore
}

const pageSize = 20
/** Beyond a handful of days nobody plans by reminders. */
const stepsShown = 6

/** A unit's leader is also told of what staff owe, the city leader of what has risen. */
const isToldTo = (
  { to }: Step,
  obligation: Obligation,
  { role, personId }: Actor,
  signerOf: SignerOf,
): boolean => {
  if (role === 'cityLeader' && obligation.risesOn !== null) return to.includes('cityLeader')
  const { signerOwes, thingId, unitId } = obligation
  const signer = signerOwes && unitId !== null ? signerOf(thingId, unitId) : null
  const isOwner = signer === null || signer === personId
  return (isOwner && to.includes('owner')) || (role === 'unitLeader' && to.includes('unitLeader'))
}

/** The days on which this person is told. */
const remindersOf = (
  obligation: Obligation,
  actor: Actor,
  context: ObligationContext,
  signerOf: SignerOf,
) =>
  comingSteps(obligation, context.today, stepsShown, context)
    .filter((step) => isToldTo(step, obligation, actor, signerOf))
    .map(({ on, name }) => ({
      order: `${on} ${obligation.id} ${name}`,
      row: {
        on,
        kind: obligation.kind,
        title: obligation.title,
        dueOn: obligation.dueOn,
        provisional: obligation.provisional,
      },
    }))

/** 会在哪天提醒我, by day, of what is due first. */
export const listReminders =
  ({ obligations, database, contextOn }: Deps): Handler<'notifier.listReminders'> =>
  async ({ cursor }, { actor, today }) => {
    const [after = ''] = decodeCursor(cursor, 1) ?? []
    const context = contextOn(today)
    const owed = await obligations.dueFirst(actor)
    const signed = owed.filter(({ signerOwes }) => signerOwes).map(({ thingId }) => thingId)
    const signerOf = await findSigners(database, signed)
    const coming = owed
      .flatMap((obligation) => remindersOf(obligation, actor, context, signerOf))
      .filter(({ order }) => order > after)
      .sort((a, b) => (a.order < b.order ? -1 : 1))
    const page = coming.slice(0, pageSize)
    const last = coming.length > pageSize ? page.at(-1) : undefined
    return {
      items: page.map(({ row }) => row),
      cursor: last ? encodeCursor([last.order]) : null,
    }
  }
