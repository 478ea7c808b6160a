/** What a load shows. The application's loading hook returns this shape. */
export type Loaded<T> =
  | { readonly face: 'loading' }
  | { readonly face: 'ready'; readonly data: T }
  | {
      readonly face: 'failed'
      readonly offline: boolean
      /** What was shown last, with its time in epoch milliseconds. */
      readonly kept: { readonly data: T; readonly at: number } | null
    }
