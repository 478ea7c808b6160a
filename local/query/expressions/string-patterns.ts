import { requestFailed } from '../../ground/cloud-error'
import { asJavaScript } from '../filter/pcre-syntax'
import { isNullish } from './expression'
import type { Expression, Frame, Operator } from './expression'
import { namedArguments, optionalPart } from './named-arguments'
import { typeName } from '../../ground/bson-types'

interface Parts {
  input: Expression
  regex: Expression
  options: Expression | undefined
}

const PAIRED_UNITS = /[\ud800-\udbff]/

/** The pattern of an operator, to search `text` with global search on; null when it is null. */
function patternOf(parts: Parts, frame: Frame, name: string, text: string): RegExp | null {
  const regex = parts.regex.run(frame)
  const options = parts.options?.run(frame)
  if (!isNullish(options) && typeof options !== 'string')
    throw requestFailed(`${name} needs 'options' to be of type string`)
  if (isNullish(regex)) return null
  if (typeof regex !== 'string' && !(regex instanceof RegExp))
    throw requestFailed(`${name} needs 'regex' to be of type string or regex`)
  const own = regex instanceof RegExp ? regex.flags : ''
  if (own !== '' && options)
    throw requestFailed(
      `${name}: found regex option(s) specified in both 'regex' and 'option' fields`,
    )
  const flags = new Set(`${own}${options ?? ''}`)
  for (const flag of flags) {
    if (!'imsxu'.includes(flag))
      throw requestFailed(`${name}: invalid flag in regex options: ${flag}`)
  }
  const source = regex instanceof RegExp ? regex.source : regex
  try {
    const read = new RegExp(
      flags.has('x') ? withoutBlanks(source) : source,
      [...flags].filter((flag) => 'ims'.includes(flag)).join(''),
    )
    // Positions are counted in code points, so the pattern has to see them too; but no more often than
    // that, since V8 searches in linear time only without the flag for it.
    const pattern = asJavaScript(read, PAIRED_UNITS.test(text))
    return new RegExp(pattern.source, `g${pattern.flags}`)
  } catch (error) {
    throw requestFailed(`Invalid Regex in ${name}: ${(error as Error).message}`)
  }
}

/** What the option `x` means: blanks and comments in the pattern count for nothing. */
const withoutBlanks = (source: string) =>
  source.replace(
    /(\\[\s\S]|\[(?:\\[\s\S]|[^\]])*\])|\s+|#.*$/gm,
    (_all, kept?: string) => kept ?? '',
  )

interface Found {
  match: string
  idx: number
  captures: Array<string | null>
}

const describe = (text: string, match: RegExpMatchArray): Found => ({
  match: match[0],
  idx: [...text.slice(0, match.index)].length,
  captures: match.slice(1).map((group: string | undefined) => group ?? null),
})

/** All matches in turn; MongoDB searches on only while there is text left, so none is empty after the last one. */
function allMatches(text: string, pattern: RegExp): Found[] {
  const found: Found[] = []
  do {
    const match = pattern.exec(text)
    if (!match) break
    found.push(describe(text, match))
    if (match[0] === '')
      pattern.lastIndex += String.fromCodePoint(text.codePointAt(match.index) ?? 0).length
  } while (pattern.lastIndex < text.length)
  return found
}

const matching =
  (evaluate: (text: string | null, pattern: RegExp | null) => unknown): Operator =>
  (argument, scope, name) => {
    const named = namedArguments(argument, ['input', 'regex'], ['options'], {
      notObject: (value) =>
        `${name} expects an object of named arguments but found: ${typeName(value)}`,
      unknown: (key) => `${name} found an unknown argument: ${key}`,
      missing: (key) => `${name} requires '${key}' parameter`,
    })
    const parts: Parts = {
      input: scope.operand(named.input),
      regex: scope.operand(named.regex),
      options: optionalPart(named, 'options', scope),
    }
    return {
      constant: false,
      run: (frame) => {
        const text = parts.input.run(frame)
        if (!isNullish(text) && typeof text !== 'string')
          throw requestFailed(`${name} needs 'input' to be of type string`)
        return evaluate(text ?? null, patternOf(parts, frame, name, text ?? ''))
      },
    }
  }

export const stringPatterns: Record<string, Operator> = {
  $regexMatch: matching((text, pattern) => text !== null && pattern !== null && pattern.test(text)),
  $regexFind: matching((text, pattern) => {
    const match = text !== null && pattern !== null ? pattern.exec(text) : null
    return match && text !== null ? describe(text, match) : null
  }),
  $regexFindAll: matching((text, pattern) =>
    text === null || pattern === null ? [] : allMatches(text, pattern),
  ),
}
