import { fieldsOf } from '@/domain/known'

/** The part of `parseContext`'s result that says who calls. Measured shapes: `platform.md`. */
export interface ParsedContext {
  readonly requestId?: string
  readonly environment?: { readonly WX_OPENID?: string; readonly TRIGGER_SRC?: string }
  readonly environ?: { readonly WX_OPENID?: string; readonly TRIGGER_SRC?: string }
}

/**
 * The caller's openid, from the call's own context and nothing else: `process.env` may still
 * hold the previous caller's, and whatever the payload says is a claim.
 */
export const openidOf = (parsed: ParsedContext): string | null => {
  const openid = (parsed.environment ?? parsed.environ)?.WX_OPENID
  return typeof openid === 'string' && openid.length > 0 ? openid : null
}

export interface TimerEvent {
  readonly Type: 'Timer'
  readonly TriggerName: string
}

/**
 * What the context says of who triggers, where it says so: a visitor without an account has no
 * openid either and must not play the timer.
 */
export const mayBeTimer = (parsed: ParsedContext): boolean => {
  const source = triggerOf(parsed)
  return openidOf(parsed) === null && (!source || source === 'timer')
}

const triggerOf = (parsed: ParsedContext): string | undefined =>
  (parsed.environment ?? parsed.environ)?.TRIGGER_SRC

export const isTimerEvent = (event: unknown): event is TimerEvent =>
  fieldsOf(event).Type === 'Timer'

/**
 * Whether the event may be one that WeChat pushes: it comes in the name of the person it tells of, or in
 * nobody's from the platform itself. So a person who forges one can only say something of himself, and
 * whoever has no openid (a visitor without an account, another function) nothing at all.
 */
export const mayBePush = (parsed: ParsedContext, event: unknown): boolean => {
  const openid = openidOf(parsed)
  if (openid === null) return triggerOf(parsed) === 'wx_push'
  return fieldsOf(event).FromUserName === openid
}
