/** Puts `item` where it belongs in a list that is in descending order: the next one is taken from the end. */
function place<T>(list: T[], item: T, compare: (left: T, right: T) => number): void {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(list[middle] as T, item) > 0) low = middle + 1
    else high = middle
  }
  list.splice(low, 0, item)
}

/** Merges sequences that are each in order into one that is. Reads no further ahead than one item of each. */
export function* mergeSorted<T>(
  sources: ReadonlyArray<Iterator<T>>,
  compare: (left: T, right: T) => number,
): Generator<T> {
  const heads: Array<{ value: T; source: Iterator<T> }> = []
  const byValue = (left: { value: T }, right: { value: T }) => compare(left.value, right.value)
  const advance = (source: Iterator<T>) => {
    const next = source.next()
    if (!next.done) place(heads, { value: next.value, source }, byValue)
  }
  sources.forEach(advance)
  for (let head = heads.pop(); head; head = heads.pop()) {
    yield head.value
    advance(head.source)
  }
}
