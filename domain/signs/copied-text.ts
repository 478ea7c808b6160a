/** Punctuation, spaces and width say nothing of who wrote a text anew. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** Too short to tell a copy from what everybody writes, e.g. 已完成. */
const shortest = 10
/** Of what either says, so much is said by the other too: days and numbers may differ. [D] */
const copiedShare = 0.6

/** Every two characters that follow each other, with how often. */
const pairsOf = (text: string): Map<string, number> => {
  const pairs = new Map<string, number>()
  for (let place = 0; place + 1 < text.length; place += 1) {
    const pair = text.slice(place, place + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

/** Share of pairs that two texts have in common, 0 to 1 (Dice). */
const likeness = (left: string, right: string): number => {
  const of = pairsOf(left)
  let shared = 0
  for (const [pair, count] of pairsOf(right)) shared += Math.min(count, of.get(pair) ?? 0)
  return (2 * shared) / (left.length + right.length - 2)
}

/** Whether one text is the other, at most with days, numbers and a few words changed. */
export const isCopied = (left: string, right: string): boolean => {
  const [one, other] = [bare(left), bare(right)]
  if (one.length < shortest || other.length < shortest) return false
  return likeness(one, other) >= copiedShare
}
