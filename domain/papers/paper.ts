/**
 * A paper as data: blocks in their order, with `{name}` where the ledger's own value comes in.
 * A value that is missing is a fault of the paper and no empty place.
 */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'line' | 'small'; readonly text: string }
  /** Names and values in two columns. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [name: string, value: string])[] }
  /** One line for each entry of a list; `empty` where there is none. */
  | {
      readonly kind: 'table'
      readonly list: string
      readonly columns: readonly {
        readonly name: string
        readonly value: string
        /** Share of the width in percent. */
        readonly width: number
      }[]
      readonly empty: string
    }
  /** What the text says, as a code to scan. */
  | { readonly kind: 'code'; readonly text: string }

export interface Paper {
  /** Stands on every page: 代拟稿. */
  readonly mark: string
  readonly blocks: readonly Block[]
}

export type PaperValues = Readonly<Record<string, string>>

export interface PaperData {
  readonly values: PaperValues
  readonly lists: Readonly<Record<string, readonly PaperValues[]>>
}

/** The text with its values. @throws Error naming a value that nobody gave */
export const filled = (text: string, values: PaperValues): string =>
  text.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`the paper asks for ${name}, which nobody gave`)
    return value
  })
