import { isPlainObject } from '../../ground/document'
import type { Document } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import type { Evaluate, Frame } from '../expressions/expression'
import { valueText } from '../expressions/value-text'
import type { StageCompiler } from './stage'

type Decision = 'keep' | 'prune' | 'descend'

interface Redaction {
  decide: Evaluate
  frame: Frame
  /** Where the level at hand stands for the expression. */
  current: number
  meanings: ReadonlyMap<unknown, Decision>
}

function redactValue(value: unknown, redaction: Redaction): unknown {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown) => {
      const kept = redactValue(item, redaction)
      return kept === undefined ? [] : [kept]
    })
  }
  return isPlainObject(value) ? redactLevel(value, redaction) : value
}

/** The object without what is pruned; undefined when it is pruned itself. */
function redactLevel(level: Document, redaction: Redaction): Document | undefined {
  const { decide, frame, current, meanings } = redaction
  frame.slots[current] = level
  const answer = decide(frame)
  const decision = meanings.get(answer)
  if (decision === 'keep') return level
  if (decision === 'prune') return undefined
  if (decision === undefined) {
    throw requestFailed(
      `$redact's expression should not return anything aside from the variables $$KEEP, $$DESCEND, and $$PRUNE, but returned ${valueText(answer)}`,
    )
  }
  const out: Document = {}
  for (const [key, value] of Object.entries(level)) {
    const kept = redactValue(value, redaction)
    if (kept !== undefined) out[key] = kept
  }
  return out
}

/** `$redact`: each object of a document is kept, pruned, or looked into. */
export const redact: StageCompiler = (specification, { scope, request: { frame } }) => {
  const inner = scope.define('CURRENT', 'KEEP', 'PRUNE', 'DESCEND')
  const { run: decide } = inner.scope.operand(specification)
  const [current, keep, prune, descend] = inner.slots as [number, number, number, number]
  const answers = { keep: {}, prune: {}, descend: {} }
  const meanings = new Map<unknown, Decision>([
    [answers.keep, 'keep'],
    [answers.prune, 'prune'],
    [answers.descend, 'descend'],
  ])
  return function* (documents) {
    for (const document of documents) {
      frame.root = document
      frame.slots[keep] = answers.keep
      frame.slots[prune] = answers.prune
      frame.slots[descend] = answers.descend
      const kept = redactLevel(document, { decide, frame, current, meanings })
      if (kept) yield kept
    }
  }
}
