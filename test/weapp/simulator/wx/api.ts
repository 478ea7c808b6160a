import type { Phone } from '../phone'

export type Args = Record<string, unknown>
export type Wx = Record<string, unknown>

/** Refusal as WeChat words it: `<api>:fail <reason>`. */
export class ApiFailure extends Error {
  constructor(
    reason: string,
    readonly codes: Readonly<Record<string, number>> = {},
  ) {
    super(reason)
  }
}

type Run = (args: Args) => object | void | Promise<object | void>
type Callback = ((result: object) => void) | undefined

/**
 * A `wx` function: starts at once, answers later through success / fail / complete, or through a
 * promise when none of them is given. Every call is recorded on the phone.
 */
export const api =
  (phone: Phone, name: string, run: Run) =>
  (args: Args = {}): Promise<object> | undefined => {
    const plain = Object.entries(args).filter(([, value]) => typeof value !== 'function')
    phone.calls.push({ api: name, args: Object.fromEntries(plain) })
    const outcome = start(name, run, args)
    const { success, fail, complete } = args as Record<string, Callback>
    if (!success && !fail && !complete) {
      return outcome.then(({ ok, result }) => (ok ? result : Promise.reject(result)))
    }
    const answer = ({ ok, result }: Awaited<typeof outcome>) =>
      phone.timers.setTimeout(() => {
        const tell = ok ? success : fail
        tell?.(result)
        complete?.(result)
      })
    outcome.then(answer).catch(phone.timers.collect)
    return undefined
  }

const start = async (name: string, run: Run, args: Args) => {
  try {
    return { ok: true, result: { errMsg: `${name}:ok`, ...(await run(args)) } }
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error
    return { ok: false, result: { errMsg: `${name}:fail ${error.message}`, ...error.codes } }
  }
}

/** Several functions by name. */
export const apis = (phone: Phone, runs: Readonly<Record<string, Run>>): Wx =>
  Object.fromEntries(Object.entries(runs).map(([name, run]) => [name, api(phone, name, run)]))

/** Pairs `onX` / `offX`, and a way to raise them. */
export const events = (names: readonly string[]) => {
  const listeners = new Map<string, Set<(detail: unknown) => void>>()
  const of = (name: string) => listeners.get(name) ?? listeners.set(name, new Set()).get(name)!
  const wx: Wx = {}
  for (const name of names) {
    wx[`on${name}`] = (listener: (detail: unknown) => void) => void of(name).add(listener)
    wx[`off${name}`] = (listener?: (detail: unknown) => void) =>
      listener ? void of(name).delete(listener) : of(name).clear()
  }
  return {
    wx,
    raise: (name: string, detail: unknown): void =>
      [...of(name)].forEach((listener) => listener(detail)),
  }
}
