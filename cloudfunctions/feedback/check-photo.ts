import { fieldsOf } from '@/domain/known'
import type { Parts } from './parts'

const verdicts = ['pass', 'review', 'risky'] as const
type Verdict = (typeof verdicts)[number]
/** Risky content, as checks of the first version say it. */
const riskyContent = 87014
const oldVerdicts: readonly Verdict[] = ['pass', 'risky']

const isVerdict = (value: unknown): value is Verdict =>
  verdicts.some((verdict) => verdict === value)

interface MediaCheck {
  readonly traceId: string
  readonly verdict: Verdict
}

/** `wxa_media_check` as WeChat pushes it; null for any other event. */
const mediaCheckOf = (event: unknown): MediaCheck | null => {
  const { Event, trace_id, result, isrisky, errcode } = fieldsOf(event)
  // The first version of the check says 0 or 1, or a code.
  const said = errcode === riskyContent ? 1 : isrisky
  const old = typeof said === 'number' ? oldVerdicts[said] : undefined
  const suggest = fieldsOf(result).suggest ?? old
  if (Event !== 'wxa_media_check' || typeof trace_id !== 'string' || !isVerdict(suggest))
    return null
  return { traceId: trace_id, verdict: suggest }
}

/** Notes the verdict beside the photo. An answer nobody waits for changes nothing. */
const note = async (
  { photoChecks, records }: Pick<Parts, 'photoChecks' | 'records'>,
  { traceId, verdict }: MediaCheck,
): Promise<string> => {
  const fileId = await photoChecks.take(traceId)
  if (fileId) await records.judge(fileId, verdict)
  return 'success'
}

/** What WeChat pushes to this function; null when the event is none of that. */
export const onPush =
  (deps: Pick<Parts, 'photoChecks' | 'records'>) =>
  (event: unknown): Promise<string> | null => {
    const check = mediaCheckOf(event)
    return check && note(deps, check)
  }
