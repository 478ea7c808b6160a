/** Why a load brought nothing: the code of the refusal, or of what happened on the way. */
export interface LoadFailure<Code extends string = string> {
  readonly code: Code
  readonly offline: boolean
}

/**
 * What a load shows. The application's loading hook gives it: what was shown once stays
 * ready, with its time (epoch milliseconds) and with why it could not be asked for again.
 */
export type Loaded<T, Code extends string = string> =
  | { readonly face: 'loading' }
  | {
      readonly face: 'ready'
      readonly data: T
      readonly at: number
      readonly stale: LoadFailure<Code> | null
    }
  | ({ readonly face: 'failed' } & LoadFailure<Code>)

/** The failure in what a loader threw: the application's errors carry their code. */
export const failureOf = (thrown: unknown): LoadFailure => {
  const hasCode = typeof thrown === 'object' && thrown !== null && 'code' in thrown
  const code = hasCode && typeof thrown.code === 'string' ? thrown.code : 'INTERNAL'
  return { code, offline: code === 'CLIENT.OFFLINE' || code === 'CLIENT.TIMEOUT' }
}
