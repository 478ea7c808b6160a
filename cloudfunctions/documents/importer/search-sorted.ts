/** The first index at which `goes` holds in a list where it holds for all that follow. */
export function firstWhere<T>(list: readonly T[], goes: (one: T) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const one = list[middle]
    if (one !== undefined && goes(one)) high = middle
    else low = middle + 1
  }
  return low
}
