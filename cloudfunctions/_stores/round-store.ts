import { closingLevels } from '@/domain/task/acceptance'
import {
  changedSettings,
  type InspectionRound,
  type RoundSettings,
  roundLevels,
  roundKinds,
} from '@/domain/import/round'
import { obligationsOfRound } from '@/domain/import/owed'
import type { RegionCode } from '@/domain/organization/region'
import { RuleError } from '@/domain/refusal'
import type { ObligationContext } from '@/domain/reminder/obligation-context'
import { versionOf } from './bookkeeping'
import { type Doc, DuplicateId } from './document'
import { digestOf } from './messages/message-store'
import type { By, Read, Thing } from './thing'
import type { Writer } from './writer'
import { orNone, thingsOf } from './shape'

const collection = 'rounds'
/** More rounds than an office has in its life. */
const mostRounds = 100

const roundOf = thingsOf<InspectionRound>({
  id: 'text',
  name: 'text',
  regionCode: 'text',
  level: roundLevels,
  kind: roundKinds,
  feedbackOn: 'text',
  expected: orNone('number'),
  noticeFirst: 'flag',
  chain: 'list',
  closingLevel: closingLevels,
  planHandedInOn: orNone('text'),
})

export const roundThing: Thing<InspectionRound, ObligationContext, never> = {
  kind: 'round',
  collection,
  parsed: roundOf,
  derived: () => ({}),
  facts: (_round, context) => context,
  allowed: () => [],
  owed: obligationsOfRound,
}

/** The same for every list that names it, before and after the office has registered it. */
export const roundIdOf = (regionCode: RegionCode, name: string): string =>
  digestOf('round', regionCode, name.trim())

export interface FoundRound {
  readonly round: InspectionRound
  /** How often it was written: who changes it says which one they have read. */
  readonly version: number
}

const foundOf = (doc: Doc): FoundRound => ({
  round: roundOf(doc),
  version: versionOf(doc),
})

/** The round of a task, inside its change; null while the office has not registered it. */
export const readRound = async (read: Read, roundId: string): Promise<InspectionRound | null> => {
  const doc = await read(collection, roundId)
  return doc && roundOf(doc)
}

/** 督察轮次: rounds that an office has registered. */
export class RoundStore {
  constructor(private readonly writer: Writer) {}

  /** Null while it is known by name only. */
  async find(id: string): Promise<FoundRound | null> {
    const doc = await this.writer.database.get(collection, id)
    return doc && foundOf(doc)
  }

  /** Rounds of these offices, the latest feedback first. */
  async ofRegions(regionCodes: readonly RegionCode[]): Promise<InspectionRound[]> {
    const { database } = this.writer
    const docs = await database.find(
      collection,
      { regionCode: database.command.in([...new Set(regionCodes)]) },
      { sort: [['feedbackOn', 'desc']], limit: mostRounds },
    )
    return docs.map((doc) => foundOf(doc).round)
  }

  /** @throws RuleError `ROUND.KNOWN` */
  async register<A>(round: InspectionRound, by: By, answer: A): Promise<A> {
    try {
      return await this.writer.write(by, async (acting) => {
        if (await acting.read(collection, round.id)) throw new RuleError('ROUND.KNOWN', ['name'])
        await acting.make(roundThing, 'registerRound', { next: round, changes: { ...round } })
        return answer
      })
    } catch (error) {
      if (error instanceof DuplicateId) throw new RuleError('ROUND.KNOWN', ['name'])
      throw error
    }
  }

  /**
   * @param version the one that was read
   * @param settled what is set from now on, or a refusal
   * @throws RuleError `THING.NOT_FOUND`, `THING.CHANGED` when somebody else wrote it since
   */
  change<A>(
    id: string,
    version: number,
    settled: (round: InspectionRound) => Promise<RoundSettings>,
    by: By,
    answer: A,
  ): Promise<A> {
    return this.writer.write(by, async (acting) => {
      await acting.change(roundThing, id, 'changeRound', async (round, _facts, read) => {
        const settings = await settled(round)
        const doc = await read(collection, id)
        if (doc && versionOf(doc) !== version) throw new RuleError('THING.CHANGED')
        return { next: { ...round, ...settings }, changes: changedSettings(round, settings) }
      })
      return answer
    })
  }
}
