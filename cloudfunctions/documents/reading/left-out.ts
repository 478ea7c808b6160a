/** Something of a file that is not in its text as read. */
export interface LeftOut {
  kind: 'pageMark' | 'footnote' | 'hidden' | 'picture'
  /** Its words; empty for a picture. */
  words: string
  /** Where it stood: an offset in the text as read. */
  at: number
}

/** A piece of a text that goes, with what it is. */
export interface Cut {
  from: number
  to: number
  kind: LeftOut['kind']
}

/** Takes pieces out of a text. What was left out before keeps its place in what remains. */
export function cutOut(
  text: string,
  cuts: readonly Cut[],
  before: readonly LeftOut[] = [],
): { text: string; leftOut: LeftOut[] } {
  const sorted = [...cuts].sort((a, b) => a.from - b.from)
  const leftOut: LeftOut[] = []
  const earlier = [...before].sort((a, b) => a.at - b.at)
  let kept = ''
  let at = 0
  let next = 0
  const moveEarlier = (to: number, place: (from: number) => number): void => {
    for (let one = earlier[next]; one && one.at <= to; one = earlier[next]) {
      leftOut.push({ ...one, at: place(one.at) })
      next += 1
    }
  }
  for (const { from, to, kind } of sorted) {
    if (from < at) continue
    const base = kept.length - at
    moveEarlier(from, (place) => place + base)
    kept += text.slice(at, from)
    leftOut.push({ kind, words: text.slice(from, to).trim(), at: kept.length })
    moveEarlier(to, () => kept.length)
    at = to
  }
  const base = kept.length - at
  moveEarlier(text.length, (place) => place + base)
  return { text: kept + text.slice(at), leftOut }
}
