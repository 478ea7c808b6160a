/** A seeded source of choices: the same seed makes the same list again. */
export class Random {
  private state: number

  constructor(seed: number) {
    this.state = (seed * 2_654_435_761 + 12_345) >>> 0
  }

  next(): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0
    return this.state / 2 ** 32
  }

  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  pick<T>(from: readonly T[]): T {
    const found = from[this.int(0, from.length - 1)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }

  /** Several different ones, in the order given. */
  some<T>(from: readonly T[], count: number): T[] {
    const left = from.map((one) => ({ one, key: this.next() }))
    const chosen = new Set(
      [...left]
        .sort((a, b) => a.key - b.key)
        .slice(0, count)
        .map(({ one }) => one),
    )
    return from.filter((one) => chosen.has(one))
  }
}
