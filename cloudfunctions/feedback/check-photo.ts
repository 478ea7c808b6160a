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
  const started = wechat.checkImage(openid, formScene, photo.url).then(async (traceId) => {
    if (traceId !== null) await photoChecks.started(traceId, photo.fileId, dayAt)
  })
  const tooSlow = new Promise<void>((resolve) => {
    setTimeout(resolve, startWithinMs).unref()
  })
  // A start that is slow is still noted when it comes, or its verdict would be nobody's; one that
  // fails leaves the photo unchecked, and the upload is none the worse.
  await Promise.race([started.catch(() => undefined), tooSlow])
}

const verdicts = ['pass', 'review', 'risky'] as const
type Verdict = (typeof verdicts)[number]
/** Risky content, as checks of the first version say it. */
const riskyContent = 87014
const oldVerdicts: readonly Verdict[] = ['pass', 'risky']

const isVerdict = (value: unknown): value is Verdict =>
  (verdicts as readonly unknown[]).includes(value)

interface MediaCheck {
  readonly traceId: string
  readonly verdict: Verdict
}

/** `wxa_media_check` as WeChat pushes it; null for any other event. */
const mediaCheckOf = (event: unknown): MediaCheck | null => {
  const { Event, trace_id, result, isrisky, errcode } = (event ?? {}) as Record<string, unknown>
  // The first version of the check says 0 or 1, or a code.
  const said = errcode === riskyContent ? 1 : isrisky
  const old = typeof said === 'number' ? oldVerdicts[said] : undefined
  const suggest = (result as { suggest?: unknown } | undefined)?.suggest ?? old
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
