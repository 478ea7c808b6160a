import { isPlainObject } from '../../ground/document'
import type { Document } from '../../ground/document'
import type { Expression, Frame } from '../expressions/expression'

/**
 * What a projection does below one object: fields it names, values it computes, and deeper levels.
 * Named fields are kept (inclusion), dropped (exclusion), or none (only computed ones).
 */
export class ProjectionTree {
  private readonly named = new Set<string>()
  private readonly children = new Map<string, ProjectionTree>()
  private readonly computed = new Map<string, Expression>()
  /** Computed fields and children that hold such, in the order of the specification. */
  private readonly order: string[] = []
  private hasComputed = false

  constructor(private readonly kind: 'inclusion' | 'exclusion' | 'computed') {}

  name(parts: readonly string[]): void {
    const [first = '', ...rest] = parts
    if (rest.length === 0) this.named.add(first)
    else this.child(first).name(rest)
  }

  compute(parts: readonly string[], expression: Expression): void {
    const [first = '', ...rest] = parts
    this.hasComputed = true
    if (!this.order.includes(first)) this.order.push(first)
    if (rest.length === 0) this.computed.set(first, expression)
    else this.child(first).compute(rest, expression)
  }

  /** @param frame its root is the document as it came into the stage, for every computed field */
  apply(document: Document, frame: Frame): Document {
    const projected = this.kind === 'computed' ? { ...document } : this.project(document)
    if (this.hasComputed) this.fill(projected, frame)
    return projected
  }

  private child(key: string): ProjectionTree {
    let child = this.children.get(key)
    if (!child) {
      child = new ProjectionTree(this.kind)
      this.children.set(key, child)
    }
    return child
  }

  private project(document: Document): Document {
    const out: Document = {}
    const keeps = this.kind === 'inclusion'
    for (const key of Object.keys(document)) {
      if (this.named.has(key)) {
        if (keeps) out[key] = document[key]
        continue
      }
      const child = this.children.get(key)
      const value = child ? child.projectValue(document[key]) : undefined
      if (value !== undefined) out[key] = value
      else if (!keeps && !child) out[key] = document[key]
    }
    return out
  }

  /** undefined where an inclusion meets something without fields. */
  private projectValue(value: unknown): unknown {
    if (isPlainObject(value)) return this.project(value)
    if (Array.isArray(value)) {
      const items = value.map((item: unknown) => this.projectValue(item))
      // Gaps are filled when there are computed fields to fill them with.
      return this.hasComputed ? items : items.filter((item) => item !== undefined)
    }
    return this.kind === 'inclusion' ? undefined : value
  }

  /** Writes computed fields into an object of our own making. */
  private fill(target: Document, frame: Frame): void {
    for (const key of this.order) {
      const expression = this.computed.get(key)
      const value = expression
        ? expression.run(frame)
        : this.child(key).filled(Object.hasOwn(target, key) ? target[key] : undefined, frame)
      if (value === undefined) delete target[key]
      else target[key] = value
    }
  }

  /** Each object of an array gets the fields; anything that is no object is replaced by one. */
  private filled(value: unknown, frame: Frame): unknown {
    if (Array.isArray(value)) return value.map((item: unknown) => this.filled(item, frame))
    const target: Document = isPlainObject(value) ? { ...value } : {}
    this.fill(target, frame)
    return target
  }
}
