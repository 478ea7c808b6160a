import { maxExpected, maxRoundName, roundKinds, roundLevels } from '@/domain/import/round'
import { acceptanceLevels, closingLevels } from '@/domain/task/acceptance'
import { read, write } from '../action'
import { count, empty, id, isoDay, namedRef, oneOf, text } from '../fields'
import * as z from '../zod'

const settings = {
  level: oneOf(roundLevels),
  kind: oneOf(roundKinds),
  feedbackOn: isoDay,
  /** How many problems its list must have; null while nobody knows. */
  expected: z.nullable(z.int().check(z.minimum(1), z.maximum(maxExpected))),
  noticeFirst: z.boolean(),
  /** From below upwards; a step without its unit is named task by task. */
  chain: z
    .array(z.strictObject({ level: oneOf(acceptanceLevels), unitId: z.nullable(id) }))
    .check(z.maxLength(acceptanceLevels.length)),
  closingLevel: oneOf(closingLevels),
  /** The day on which the city's whole plan was handed in; left out or null: not yet. */
  planHandedInOn: z.optional(z.nullable(isoDay)),
}

const written = z.strictObject({ id })

const roundRow = z.strictObject({
  id,
  name: z.string(),
  level: settings.level,
  kind: settings.kind,
  feedbackOn: isoDay,
  /** 30 working days after the feedback. */
  planDueOn: isoDay,
  planDueProvisional: z.boolean(),
  planHandedInOn: z.nullable(isoDay),
  expected: z.nullable(count),
  /** Problems of its last list; null where none was imported here. */
  listed: z.nullable(count),
  noticeFirst: z.boolean(),
  /** The caller's own office may change it. */
  own: z.boolean(),
})

export const roundActions = {
  /** Rounds of the own office and of the city, the latest first, and what lists name besides. */
  'documents.listRounds': read(
    'member',
    empty,
    z.strictObject({
      items: z.array(roundRow),
      /** Named by a list and not registered yet. */
      named: z.array(z.strictObject({ id, name: z.string() })),
    }),
  ),
  'documents.getRound': read(
    'member',
    z.strictObject({ roundId: id }),
    z.strictObject({
      id,
      version: count,
      name: z.string(),
      ...settings,
      chain: z.array(
        z.strictObject({ level: oneOf(acceptanceLevels), unit: z.nullable(namedRef) }),
      ),
    }),
  ),
  /** Registers a round; lists that name it already belong to it. */
  'documents.registerRound': write(
    'member',
    z.strictObject({ name: text(maxRoundName), ...settings }),
    written,
  ),
  'documents.changeRound': write(
    'member',
    z.strictObject({ roundId: id, version: count, ...settings }),
    written,
  ),
} as const
