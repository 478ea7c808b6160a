/** What is in an environment, as far as a deployment concerns it. No value of a variable. */
export interface FunctionState {
  readonly sha256: string
  readonly bytes?: number
  readonly zippedBytes?: number
  readonly runtime: string
  readonly handler: string
  readonly memorySize: number
  readonly timeout: number
  readonly triggers: readonly { readonly name: string; readonly cron: string }[]
  /** Names that are set. */
  readonly variables: readonly string[]
  /** Names whose value there is not the one given to the command. */
  readonly differing?: readonly string[]
}

export interface IndexState {
  readonly name: string
  readonly keys: readonly (readonly [field: string, direction: 1 | -1 | string])[]
  readonly unique: boolean
}

export interface CollectionState {
  readonly rule: string
  readonly indexes: readonly IndexState[]
}

export interface State {
  readonly functions: Readonly<Record<string, FunctionState>>
  readonly collections: Readonly<Record<string, CollectionState>>
  readonly storage: string
}
