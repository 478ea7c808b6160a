import { setFlagsFromString } from 'node:v8'
import { createContext, Script } from 'node:vm'
import type { Context } from 'node:vm'
import { requestFailed } from '../../ground/cloud-error'
import { fieldCondition } from './condition'
import type { Condition, ElementTest, Fields } from './condition'
import { asJavaScript } from './pcre-syntax'
import { readPattern } from '../../ground/read-pattern'

// A pattern such as `(a+)+$` may need more steps than anybody can wait for. V8 then goes over to its engine
// of linear time, which knows neither back references, look-around and counts nor the flags `i` and `u`.
setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks')

/** Real ms that one search may take where no linear engine can help. */
const LONGEST_SEARCH = 500

/** Texts up to this length are searched soon enough by any pattern; a bounded search costs 0.1 ms. */
const SHORT_TEXT = 20

const BEYOND_LINEAR = /\\[1-9]|\\k<|\(\?<?[=!]|\{\d/

/** A repeated group that repeats or chooses inside: without one no search takes that long. */
const NESTED = /\([^)]*[*+}|][^]*\)(?:[*+]|\{\d)/

const mayNeverEnd = ({ source, flags }: RegExp) =>
  (BEYOND_LINEAR.test(source) || /[iu]/.test(flags)) && NESTED.test(source)

function boundedSearch(pattern: RegExp): (text: string) => boolean {
  const sandbox: { pattern: RegExp; text: string } = { pattern, text: '' }
  const script = new Script('pattern.test(text)')
  let context: Context | null = null
  return (text) => {
    if (text.length <= SHORT_TEXT) return pattern.test(text)
    context ??= createContext(sandbox)
    sandbox.text = text
    try {
      return script.runInContext(context, { timeout: LONGEST_SEARCH }) as boolean
    } catch {
      throw requestFailed('Error in $regex: match limit exceeded')
    }
  }
}

const searchFor = (pattern: RegExp) =>
  mayNeverEnd(pattern) ? boundedSearch(pattern) : (text: string) => pattern.test(text)

const PAIRED_UNITS = /[\ud800-\udbff]/

/** Whether text holds the pattern; a stored pattern matches when it is the same one. */
export function patternTest(pattern: RegExp): ElementTest {
  const search = searchFor(asJavaScript(pattern, false))
  let searchPoints: ((text: string) => boolean) | null = null
  return (value) => {
    if (typeof value === 'string') {
      if (!PAIRED_UNITS.test(value)) return search(value)
      searchPoints ??= searchFor(asJavaScript(pattern, true))
      return searchPoints(value)
    }
    return (
      value instanceof RegExp && value.source === pattern.source && value.flags === pattern.flags
    )
  }
}

export const patternCondition = (path: string, pattern: RegExp): Condition =>
  fieldCondition(path, patternTest(pattern))

/** `{ $regex, $options }`, in either order; a pattern as `$regex` may bring its own flags. */
export function regexOperator(path: string, _value: unknown, siblings: Fields): Condition {
  const { $regex, $options } = siblings
  if (typeof $regex !== 'string' && !($regex instanceof RegExp))
    throw requestFailed('$regex has to be a string')
  if ($options !== undefined && typeof $options !== 'string')
    throw requestFailed('$options has to be a string')
  if ($regex instanceof RegExp && $regex.flags !== '' && $options)
    throw requestFailed('options set in both $regex and $options')
  const source = typeof $regex === 'string' ? $regex : $regex.source
  const flags = $options || ($regex instanceof RegExp ? $regex.flags : '')
  const pattern = readPattern(source, flags)
  if (pattern === null) throw requestFailed(`Regular expression is invalid: /${source}/`)
  return patternCondition(path, pattern)
}
