/** Literal beginning of a anchored pattern that minds case; null when there is none. */
export function literalPrefix(source: string): string | null {
  if (!source.startsWith('^')) return null
  const match = /^\^((?:[^\\^$.*+?()[\]{}|]|\\[\\^$.*+?()[\]{}|/-])+)/.exec(source)
  const raw = match?.[1]
  if (!raw || source.includes('|')) return null
  // A quantifier after the last literal makes that character optional.
  const next = source[raw.length + 1]
  const literal = raw.replace(/\\(.)/g, '$1')
  const sure = next !== undefined && '*?{'.includes(next) ? literal.slice(0, -1) : literal
  return sure || null
}
