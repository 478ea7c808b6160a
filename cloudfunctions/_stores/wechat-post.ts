import { storedAt } from './stored'

/** How WeChat and 企业微信 answer: a code, 0 for done. */
export type Answer = { readonly errcode?: number; readonly errmsg?: string } & Record<
  string,
  unknown
>

/** The answer of an unreachable or broken server: an `errcode` is never null in a real one. */
const noAnswer = { errcode: null, errmsg: 'no answer' } as const
export type NoAnswer = typeof noAnswer

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' &&
  value !== null &&
  ['number', 'undefined'].includes(typeof storedAt(value, 'errcode'))

/** Longer than WeChat ever takes, shorter than the function lives. */
const answerWithinMs = 8_000

/** Never throws: what does not answer is `NoAnswer`. */
export const post = async (url: string, body: unknown): Promise<Answer | NoAnswer> => {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(answerWithinMs),
    })
    if (!response.ok) return noAnswer
    const answer: unknown = await response.json()
    return isAnswer(answer) ? answer : noAnswer
  } catch {
    return noAnswer
  }
}
