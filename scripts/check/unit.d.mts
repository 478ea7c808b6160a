interface Tree {
  /** Names and digests. */
  readonly files: ReadonlyMap<string, string>
  readonly graph: ReadonlyMap<
    string,
    { readonly imports: readonly string[]; readonly reaches: boolean }
  >
}
export function keyOfTest(tree: Tree): (name: string) => string
