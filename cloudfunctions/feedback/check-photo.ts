import type { Parts } from './parts'

/** 资料: the scene of WeChat's check that fits a form somebody fills in. */
const formScene = 1
/** An upload waits no longer than this for WeChat to take the check. */
const startWithinMs = 3_000

type Deps = Pick<Parts, 'wechat' | 'photoChecks'>

/**
 * Asks WeChat to look at a photo; the answer is pushed later. Whether it is asked at all (an
 * anonymous reporter has no openid to ask with) changes nothing for the reporter.
 */
export const startPhotoCheck = async (
  { wechat, photoChecks }: Deps,
  openid: string | null,
  photo: { readonly fileId: string; readonly url: string },
  /** Epoch milliseconds of the beginning of the day. */
  dayAt: number,
): Promise<void> => {
  if (openid === null) return
  const tooSlow = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), startWithinMs).unref()
  })
  const traceId = await Promise.race([wechat.checkImage(openid, formScene, photo.url), tooSlow])
  if (traceId !== null) await photoChecks.started(traceId, photo.fileId, dayAt)
}

const verdicts = ['pass', 'review', 'risky'] as const
type Verdict = (typeof verdicts)[number]

const isVerdict = (value: unknown): value is Verdict =>
  (verdicts as readonly unknown[]).includes(value)

interface MediaCheck {
  readonly traceId: string
  readonly verdict: Verdict
}

/** `wxa_media_check` as WeChat pushes it; null for any other event. */
const mediaCheckOf = (event: unknown): MediaCheck | null => {
  const { Event, trace_id, result } = (event ?? {}) as Record<string, unknown>
  const suggest = (result as { suggest?: unknown } | undefined)?.suggest
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
  const record = fileId ? await records.find(fileId) : null
  if (record) await records.put({ ...record, verdict })
  return 'success'
}

/** What WeChat pushes to this function; null when the event is none of that. */
export const onPush =
  (deps: Pick<Parts, 'photoChecks' | 'records'>) =>
  (event: unknown): Promise<string> | null => {
    const check = mediaCheckOf(event)
    return check && note(deps, check)
  }
