import type * as z from './zod'

/**
 * One thing a client may ask for.
 *
 * `caller`: `public` (nobody is asked who they are), `anyone` (who they are changes the answer,
 * an account is not needed), `person` (an account is made when needed), `member` (acts as a
 * membership). Rows and fields are decided by the policies.
 */
export interface ActionContract<
  I extends z.ZodMiniType = z.ZodMiniType,
  O extends z.ZodMiniType = z.ZodMiniType,
> {
  readonly input: I
  readonly output: O
  readonly caller: 'public' | 'anyone' | 'person' | 'member'
  /** Writes ask for an idempotency key. */
  readonly writes: boolean
  /** The reply stands in the transaction of the change and answers a repeated arrival. */
  readonly keepsReply: boolean
}

export const read = <I extends z.ZodMiniType, O extends z.ZodMiniType>(
  caller: ActionContract['caller'],
  input: I,
  output: O,
): ActionContract<I, O> => ({ input, output, caller, writes: false, keepsReply: false })

export const write = <I extends z.ZodMiniType, O extends z.ZodMiniType>(
  caller: Exclude<ActionContract['caller'], 'public'>,
  input: I,
  output: O,
): ActionContract<I, O> => ({ input, output, caller, writes: true, keepsReply: true })

/** A write whose ids all follow from its key and whose repetition changes nothing: no reply is kept. */
export const repeatable = <I extends z.ZodMiniType, O extends z.ZodMiniType>(
  caller: Exclude<ActionContract['caller'], 'public'>,
  input: I,
  output: O,
): ActionContract<I, O> => ({ input, output, caller, writes: true, keepsReply: false })
