import type { ActionOutput } from '@/contract/actions'
import { roundFormWords as words } from '@/copy/rounds'
import { maxExpected, type RoundKind, type RoundLevel } from '@/domain/import/round'
import type { ClosingLevel } from '@/domain/task/acceptance'
import { blockedBy } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { type ChainDraft, chainDraftOf, chainOf } from '@/src/features/office/chain-levels'
import { goBack } from '@/src/platform/navigation'
import { useDraft } from '@/src/platform/use-draft'

export type Round = ActionOutput<'documents.getRound'>

interface RoundDraft extends ChainDraft {
  readonly name: string
  readonly level: RoundLevel | null
  readonly kind: RoundKind | null
  /** ISO day; empty for none. */
  readonly feedbackOn: string
  /** As typed. */
  readonly expected: string
  readonly noticeFirst: boolean
  readonly closingLevel: ClosingLevel
  /** ISO day; empty while the plan is not handed in. */
  readonly planHandedInOn: string
}

const emptyDraft = (name: string): RoundDraft => ({
  name,
  level: null,
  kind: null,
  feedbackOn: '',
  expected: '',
  noticeFirst: false,
  levels: [],
  units: {},
  closingLevel: 'province',
  planHandedInOn: '',
})

const draftOf = ({ chain, expected, planHandedInOn, ...round }: Round): RoundDraft => ({
  ...round,
  ...chainDraftOf(chain),
  expected: expected === null ? '' : String(expected),
  planHandedInOn: planHandedInOn ?? '',
})

/** Null for nothing typed; undefined where it is no number of problems. */
const countOf = (typed: string): number | null | undefined => {
  if (typed.trim() === '') return null
  const count = Number(typed)
  return Number.isInteger(count) && count >= 1 && count <= maxExpected ? count : undefined
}

/**
 * What the office says of a round, kept on the phone until it is sent.
 * @param round null for one that is registered now
 * @param name as a list names it; empty for none
 */
export function useRoundForm(round: Round | null, name: string) {
  const form = round ? `round.${round.id}` : `round.new.${name}`
  const draft = useDraft<RoundDraft>(form, round ? draftOf(round) : emptyDraft(name))
  const { value } = draft
  const expected = countOf(value.expected)
  const blocked = blockedBy(
    value.name.trim() === '' && words.nameNeeded,
    value.level === null && words.levelNeeded,
    value.kind === null && words.kindNeeded,
    value.feedbackOn === '' && words.feedbackNeeded,
    expected === undefined && words.expectedWrong,
  )
  const sent = () => {
    const { level, kind, feedbackOn, noticeFirst, closingLevel } = value
    if (level === null || kind === null || expected === undefined) return null
    const chain = chainOf(value)
    const planHandedInOn = value.planHandedInOn || null
    const said = {
      ...{ level, kind, feedbackOn, expected, noticeFirst, chain, closingLevel },
      planHandedInOn,
    }
    return round
      ? deed(
          'documents.changeRound',
          { roundId: round.id, version: round.version, ...said },
          { told: words.changed, then: goBack },
        )
      : deed(
          'documents.registerRound',
          { name: value.name.trim(), ...said },
          { told: words.registered, then: goBack },
        )
  }
  return { draft, blocked, expected, sent }
}

export type RoundForm = ReturnType<typeof useRoundForm>
