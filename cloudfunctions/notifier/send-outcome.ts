import type { SendReply } from '../_stores/wechat-api'

/**
 * What WeChat's answer to one message means (platform.md, "Subscription messages").
 *
 * `sent`; `noConsent` nothing is left; `never` this message cannot go out; `later` try again;
 * `tomorrow` the day's quota is used up; `configuration` nothing can go out before somebody
 * mends the settings; `unknown` nobody knows whether it went out.
 */
export type SendOutcome =
  'sent' | 'noConsent' | 'never' | 'later' | 'tomorrow' | 'configuration' | 'unknown'

const outcomes: Readonly<Record<number, SendOutcome>> = {
  0: 'sent',
  43101: 'noConsent',
  // openid, template id, page, data, text refused
  40003: 'never',
  40037: 'never',
  41030: 'never',
  47003: 'never',
  45168: 'never',
  // sent too often, busy, too many calls at once
  43108: 'later',
  [-1]: 'later',
  45011: 'later',
  45009: 'tomorrow',
  // caller's address not on the allow-list; app id or secret wrong; token still refused
  40164: 'configuration',
  40013: 'configuration',
  40125: 'configuration',
  41002: 'configuration',
  41004: 'configuration',
  40001: 'configuration',
  40014: 'configuration',
  42001: 'configuration',
}

/** An answer nobody has described is not tried again: a second message would be worse. */
export const outcomeOf = ({ errcode }: SendReply): SendOutcome =>
  errcode === null ? 'unknown' : (outcomes[errcode] ?? 'never')

/** What the log calls a configuration error, so that whoever reads it knows what to mend. */
export const configurationErrorOf = (errcode: number | null): string =>
  errcode === 40164 ? 'WECHAT.IP_NOT_ALLOWED' : 'WECHAT.CREDENTIALS_REFUSED'

const minuteMs = 60_000
/** Attempts of one message, the first included. */
export const mostAttempts = 6

/** Milliseconds until the next attempt: 10 minutes, doubled each time. */
export const retryAfterMs = (attempts: number): number => 10 * minuteMs * 2 ** (attempts - 1)
