/** Why a load brought nothing: the code of the refusal, or of what happened on the way. */
export interface LoadFailure {
  readonly code: string
  readonly offline: boolean
}

/**
 * What a load shows. The application's loading hook returns this shape: what was shown once stays
 * ready, with its time (epoch milliseconds) and with why it could not be asked for again.
 */
export type Loaded<T> =
  | { readonly face: 'loading' }
  | {
      readonly face: 'ready'
      readonly data: T
      readonly at: number
      readonly stale: LoadFailure | null
    }
  | ({ readonly face: 'failed' } & LoadFailure)

/** The failure in what a loader threw: the application's errors carry their code. */
export const failureOf = (thrown: unknown): LoadFailure => {
  const hasCode = typeof thrown === 'object' && thrown !== null && 'code' in thrown
  const code = hasCode && typeof thrown.code === 'string' ? thrown.code : 'INTERNAL'
  return { code, offline: code === 'CLIENT.OFFLINE' || code === 'CLIENT.TIMEOUT' }
}
