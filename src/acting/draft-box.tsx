import { actingWords as words } from '@/copy/acting'
import { ReportBox } from '@/src/components/ask/report-box'
import type { HoldToSpeakProps } from '@/src/components/ask/report-box/hold-to-speak'
import type { Draft } from '@/src/platform/use-draft'

interface DraftBoxProps {
  draft: Pick<Draft<never>, 'kept' | 'generation'>
  label: string
  placeholder?: string
  /** Words of the draft that stand in the box. */
  text: string
  max: number
  height?: number
  onInput: (text: string) => void
  voice?: HoldToSpeakProps
}

const statusOf = (kept: Draft<never>['kept']) => {
  if (kept === null) return null
  if (kept === 'soon') return { kept, text: words.keeping }
  return { kept, text: kept ? words.kept : words.notKept }
}

/** A box of words that are kept while they are typed; it draws itself anew when they are replaced. */
export function DraftBox({ draft, label, placeholder = label, text, ...box }: DraftBoxProps) {
  const status = statusOf(draft.kept)
  return (
    <ReportBox
      key={draft.generation}
      label={label}
      placeholder={placeholder}
      initial={text}
      {...box}
      {...(status && { status })}
    />
  )
}
