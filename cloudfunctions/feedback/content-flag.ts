import type { ContentFlag } from '../_stores/feedback-original-store'
import type { WechatApi } from '../_stores/wechat-api'

/** 资料: the scene of WeChat's check that fits a form somebody fills in. */
const formScene = 1

const byWeight: readonly ContentFlag[] = ['risky', 'review', 'unchecked']

/** The gravest of several verdicts; a pass weighs nothing. */
export const heaviestFlag = (flags: readonly (ContentFlag | 'pass' | null)[]): ContentFlag | null =>
  byWeight.find((flag) => flags.includes(flag)) ?? null

/** The words are kept after it: nobody waits longer than this for WeChat. */
const answerWithinMs = 1_500

/**
 * What WeChat says of a text before it is written down: null when it passes. It only flags for the desk; a check that
 * cannot be made (anonymous, WeChat down or slow) leaves the text unchecked and loses nothing.
 */
export const contentFlag = async (
  { checkText }: Pick<WechatApi, 'checkText'>,
  openid: string | null,
  text: string,
): Promise<ContentFlag | null> => {
  if (text.trim() === '') return null
  if (openid === null) return 'unchecked'
  const tooSlow = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), answerWithinMs).unref()
  })
  const verdict = await Promise.race([checkText(openid, formScene, text), tooSlow])
  return verdict === 'pass' ? null : (verdict ?? 'unchecked')
}
