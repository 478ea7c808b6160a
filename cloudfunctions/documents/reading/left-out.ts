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
  /** Its words, where the piece itself holds more. */
  words?: string
}

// Characters that Unicode keeps for notes inside a text, and that no list prints.
const [opens, closes] = ['\ufff9', '\ufffb']
const kinds = { footnote: 'f', hidden: 'h', picture: 'p' } as const
const marked = /\ufff9([fhp])([^\ufff9\ufffb]*)\ufffb/g

/** Words of a file as they are, without the characters that mark what is left out. */
export const unmarked = (words: string): string => words.replace(/[\ufff9-\ufffb]/g, '')

/** Holds the place of what a reader leaves out, until the text is whole. */
export const leftOutMark = (kind: keyof typeof kinds, words = ''): string =>
  `${opens}${kinds[kind]}${unmarked(words).replace(/\s+/g, ' ').trim()}${closes}`

/** Whether words hold nothing but such marks and white space. */
export const isOnlyMarks = (words: string): boolean => words.replace(marked, '').trim() === ''

/** The marks in a text, to be cut. */
export function marksIn(text: string): Cut[] {
  return [...text.matchAll(marked)].map((found) => ({
    from: found.index,
    to: found.index + found[0].length,
    kind: found[1] === 'f' ? 'footnote' : found[1] === 'p' ? 'picture' : 'hidden',
    words: found[2] ?? '',
  }))
}

/** Adds a line; one of nothing but marks goes to the end of the line above. */
export function addLine(lines: string[], line: string): void {
  const last = lines.length - 1
  if (last >= 0 && line !== '' && isOnlyMarks(line)) lines[last] = `${lines[last] ?? ''}${line}`
  else lines.push(line)
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
  for (const { from, to, kind, words } of sorted) {
    if (from < at) continue
    const base = kept.length - at
    moveEarlier(from, (place) => place + base)
    kept += text.slice(at, from)
    leftOut.push({ kind, words: words ?? text.slice(from, to).trim(), at: kept.length })
    moveEarlier(to, () => kept.length)
    at = to
  }
  const base = kept.length - at
  moveEarlier(text.length, (place) => place + base)
  return { text: kept + text.slice(at), leftOut }
}
