import type { Document } from '../../ground/document'

/** What an expression is evaluated against. One frame serves a whole request; `root` moves on. */
export interface Frame {
  root: Document
  /** Values of `$let`, `$map` and the like, each variable in a place of its own. */
  slots: unknown[]
}

/** `undefined` is a missing value, which is not null. */
export type Evaluate = (frame: Frame) => unknown

export interface Expression {
  run: Evaluate
  /** The same for every document. */
  constant: boolean
}

export type Operator = (argument: unknown, scope: Scope, name: string) => Expression

interface Shared {
  nextSlot: number
  readonly now: Date
  readonly compile: (operand: unknown, scope: Scope) => Expression
}

/** The variables that an expression may name. */
export class Scope {
  private constructor(
    private readonly names: ReadonlyMap<string, number>,
    private readonly shared: Shared,
  ) {}

  static outermost(now: Date, compile: Shared['compile']): Scope {
    return new Scope(new Map(), { nextSlot: 0, now, compile })
  }

  /** Value of `$$NOW`: one reading per request. */
  get now(): Date {
    return this.shared.now
  }

  slotOf(name: string): number | undefined {
    return this.names.get(name)
  }

  /** A scope with further variables, and where their values go. */
  define(...names: string[]): { scope: Scope; slots: number[] } {
    const all = new Map(this.names)
    const slots = names.map((name) => {
      const slot = this.shared.nextSlot++
      all.set(name, slot)
      return slot
    })
    return { scope: new Scope(all, this.shared), slots }
  }

  operand(value: unknown): Expression {
    return this.shared.compile(value, this)
  }
}

export const constant = (value: unknown): Expression => ({ run: () => value, constant: true })

const NOWHERE: Frame = { root: {}, slots: [] }

/**
 * An expression over parts. When all parts are constant it is evaluated at once, as the server does, so that
 * its errors show even without documents.
 */
export function combine(parts: readonly Expression[], run: Evaluate): Expression {
  return parts.every((part) => part.constant) ? constant(run(NOWHERE)) : { run, constant: false }
}

export const isNullish = (value: unknown): value is null | undefined =>
  value === null || value === undefined

/** MongoDB's truth: only false, 0, null and missing are false. */
export const isTrue = (value: unknown): boolean =>
  value !== false && value !== 0 && value !== null && value !== undefined
