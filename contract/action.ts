import type * as z from './zod'

/**
 * One thing a client may ask for.
 *
 * `caller`: `anyone` (an openid is enough, or none), `person` (an account is made when
 * needed), `member` (acts as a membership). Rows and fields are decided by the policies.
 */
export interface ActionContract<
  I extends z.ZodMiniType = z.ZodMiniType,
  O extends z.ZodMiniType = z.ZodMiniType,
> {
  readonly input: I
  readonly output: O
  readonly caller: 'anyone' | 'person' | 'member'
  /** Writes ask for an idempotency key; the stored reply answers a repeated arrival. */
  readonly writes: boolean
}

export const read = <I extends z.ZodMiniType, O extends z.ZodMiniType>(
  caller: ActionContract['caller'],
  input: I,
  output: O,
): ActionContract<I, O> => ({ input, output, caller, writes: false })

export const write = <I extends z.ZodMiniType, O extends z.ZodMiniType>(
  caller: ActionContract['caller'],
  input: I,
  output: O,
): ActionContract<I, O> => ({ input, output, caller, writes: true })
