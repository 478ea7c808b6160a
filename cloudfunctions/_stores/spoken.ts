import { createHash } from 'node:crypto'
import type { Opinion } from '@/domain/opinion/opinion'
import type { Counts } from '@/domain/opinion/satisfaction'
import type { MatterSide, OpinionSummary } from '@/domain/opinion/summary'

/** What somebody said: not who was only asked. */
export const spokenOf = (all: readonly Opinion[]): Opinion[] =>
  all.filter(({ revision }) => revision > 0)

/** Names exactly these words: one that is new or changed makes another. */
export const digestOfSpoken = (spoken: readonly Opinion[]): string =>
  createHash('sha256')
    .update(
      spoken
        .map(({ id, revision }) => `${id} ${revision}`)
        .sort()
        .join('\n'),
    )
    .digest('hex')

const sideOf = ({ voice }: Opinion): MatterSide =>
  voice === 'resident' ? 'residents' : 'collective'

const countOf = (spoken: readonly Opinion[], satisfaction: Opinion['satisfaction']): number =>
  spoken.filter((opinion) => opinion.voice === 'resident' && opinion.satisfaction === satisfaction)
    .length

/** The exact figures behind one decision. */
export const presentOf = (spoken: readonly Opinion[]) => ({
  digest: digestOfSpoken(spoken),
  counts: {
    satisfied: countOf(spoken, 'satisfied'),
    half: countOf(spoken, 'half'),
    unsatisfied: countOf(spoken, 'unsatisfied'),
  } satisfies Counts,
  unsatisfied: [
    ...new Set(spoken.filter(({ satisfaction }) => satisfaction === 'unsatisfied').map(sideOf)),
  ],
})

/**
 * True where the released summary covers exactly these words: one that came, or was changed, since is
 * answered first.
 */
export const isCoveredBy = (
  summary: Pick<OpinionSummary, 'state' | 'covers'> | null,
  all: readonly Opinion[],
): boolean => summary?.state === 'released' && summary.covers === digestOfSpoken(spokenOf(all))
