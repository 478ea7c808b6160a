import type { PhotoCheckStore } from '../_stores/photo-check-store'
import type { WechatApi } from '../_stores/wechat-api'

/** 资料: the scene of WeChat's check that fits a form somebody fills in. */
const formScene = 1
/** An upload waits no longer than this for WeChat to take the check. */
const startWithinMs = 3_000

interface Deps {
  readonly wechat: Pick<WechatApi, 'checkImage'>
  readonly photoChecks: Pick<PhotoCheckStore, 'started'>
}

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
