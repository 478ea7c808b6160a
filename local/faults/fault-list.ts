import { BadRule, readFaultRule } from './fault-rule'
import type { FaultRule } from './fault-rule'
import { seededRandom } from './seeded-random'

export interface ListedFault extends FaultRule {
  /** Requests or disk steps it was asked about. */
  asked: number
  /** How many of them it struck. */
  struck: number
}

interface Entry {
  listed: ListedFault
  random: () => number
}

const MOST_RULES = 200

function covers(pattern: string, point: string): boolean {
  return pattern.endsWith('*') ? point.startsWith(pattern.slice(0, -1)) : pattern === point
}

/** The faults that are switched on. It exists only in a local cloud that was started with `--control`. */
export class FaultList {
  private entries: Entry[] = []
  private made = 0

  /** @param hasDisk whether anything is written to a disk; without one no disk can be slow or full */
  constructor(private readonly hasDisk: boolean) {}

  list(): ListedFault[] {
    return this.entries.map(({ listed }) => ({ ...listed }))
  }

  /**
   * @returns the rule with everything it left open filled in
   * @throws BadRule
   */
  add(raw: unknown): ListedFault {
    const rule = this.read(raw)
    if (this.entries.length >= MOST_RULES) throw new BadRule(`at most ${MOST_RULES} rules`)
    if (this.entries.some(({ listed }) => listed.id === rule.id))
      throw new BadRule(`there is a rule ${rule.id} already`)
    const entry = begin(rule)
    this.entries.push(entry)
    return { ...entry.listed }
  }

  /**
   * Puts these rules in the place of all others; when one of them is bad nothing changes.
   * @throws BadRule
   */
  replace(raws: readonly unknown[]): ListedFault[] {
    if (raws.length > MOST_RULES) throw new BadRule(`at most ${MOST_RULES} rules`)
    const rules = raws.map((raw) => this.read(raw))
    const twice = rules.find(({ id }, at) => rules.findIndex((other) => other.id === id) !== at)
    if (twice) throw new BadRule(`rule ${twice.id} is there twice`)
    this.entries = rules.map(begin)
    return this.list()
  }

  /** @returns whether there was such a rule */
  remove(id: string): boolean {
    const before = this.entries.length
    this.entries = this.entries.filter(({ listed }) => listed.id !== id)
    return this.entries.length < before
  }

  clear(): void {
    this.entries = []
  }

  get empty(): boolean {
    return this.entries.length === 0
  }

  /**
   * The rules that strike this request, in the order they were added, up to the first that ends it.
   * @param points names under which the request can be struck
   * @param applies whether a rule can happen to such a request at all; others are not asked
   */
  strike(points: readonly string[], applies: (rule: FaultRule) => boolean): FaultRule[] {
    const striking: FaultRule[] = []
    for (const { listed, random } of this.entries) {
      if (!points.some((point) => covers(listed.action, point)) || !applies(listed)) continue
      if (listed.times !== null && listed.struck >= listed.times) continue
      listed.asked += 1
      if (random() >= listed.probability) continue
      listed.struck += 1
      striking.push(listed)
      if (listed.kind !== 'delay' && listed.kind !== 'slow-disk') break
    }
    return striking
  }

  private read(raw: unknown): FaultRule {
    const rule = readFaultRule(raw, () => this.freeId())
    if (rule.action === 'disk' && !this.hasDisk)
      throw new BadRule('everything is kept in memory: there is no disk to be slow or full')
    return rule
  }

  private freeId(): string {
    this.made += 1
    const id = `fault-${this.made}`
    return this.entries.some(({ listed }) => listed.id === id) ? this.freeId() : id
  }
}

const begin = (rule: FaultRule): Entry => ({
  listed: { ...rule, asked: 0, struck: 0 },
  random: seededRandom(rule.seed),
})
