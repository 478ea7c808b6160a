import { maxDisputeWords, maxFixedBy } from '@/contract/task/limits'
import { View } from '@tarojs/components'
import { disputeWords as words } from '@/copy/dispute'
import { tooLong } from '@/src/acting/blocked'
import { TextField } from '@/src/components/ask/field/text-field'

/** As it is typed; absent in a draft of before. */
export interface TypedDispute {
  readonly disputed?: string
  readonly fixedBy?: string
  readonly disputeWhy?: string
}

/** What is sent; null where no standard is in dispute. */
export const disputeOf = ({ disputed = '', fixedBy = '', disputeWhy = '' }: TypedDispute) =>
  disputed.trim()
    ? { standard: disputed.trim(), fixedBy: fixedBy.trim(), why: disputeWhy.trim() }
    : null

/** Why it cannot be sent so, or false. */
export const whyNotDispute = (typed: TypedDispute): string | false => {
  const { standard, fixedBy, why } = disputeOf(typed) ?? {}
  if (standard === undefined) return false
  if (!fixedBy) return words.fixedByNeeded
  return (
    (!why && words.whyNeeded) ||
    tooLong(standard, maxDisputeWords) ||
    tooLong(why ?? '', maxDisputeWords) ||
    false
  )
}

interface StandardDisputeProps {
  typed: TypedDispute
  /** Counts what is shown anew. */
  generation: number
  onChange: (change: TypedDispute) => void
}

/** 标准有争议: which one, who fixes it and why; both asked only where there is one. */
export function StandardDispute({ typed, generation, onChange }: StandardDisputeProps) {
  const { disputed = '', fixedBy = '', disputeWhy = '' } = typed
  return (
    <View key={`dispute${generation}`} className="mt3">
      <TextField
        label={words.disputed}
        hint={words.disputedHint}
        initial={disputed}
        max={maxDisputeWords}
        onInput={(text) => onChange({ disputed: text })}
      />
      {disputed.trim() && (
        <View>
          <TextField
            label={words.fixedBy}
            initial={fixedBy}
            max={maxFixedBy}
            onInput={(text) => onChange({ fixedBy: text })}
          />
          <TextField
            label={words.why}
            initial={disputeWhy}
            max={maxDisputeWords}
            onInput={(text) => onChange({ disputeWhy: text })}
          />
        </View>
      )}
    </View>
  )
}
