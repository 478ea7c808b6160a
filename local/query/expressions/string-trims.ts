import { requestFailed } from '../../ground/cloud-error'
import { isNullish } from './expression'
import type { Operator } from './expression'
import { namedArguments, optionalPart } from './named-arguments'
import { typeName } from '../../ground/bson-types'
import { valueText } from './value-text'

/** White space as the server trims it: NUL and the spaces of Unicode up to U+200A. */
const WHITE_SPACE = [
  ...'\0 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
]

function trimmed(text: string, dropped: readonly string[], left: boolean, right: boolean): string {
  const points = [...text]
  let start = 0
  let end = points.length
  if (left) while (start < end && dropped.includes(points[start] as string)) start += 1
  if (right) while (end > start && dropped.includes(points[end - 1] as string)) end -= 1
  return points.slice(start, end).join('')
}

const trim =
  (left: boolean, right: boolean): Operator =>
  (argument, scope, name) => {
    const named = namedArguments(argument, ['input'], ['chars'], {
      notObject: (value) =>
        `${name} only supports an object as an argument, found ${typeName(value)}`,
      unknown: (key) => `${name} found an unknown argument: ${key}`,
      missing: () => `${name} requires an 'input' field`,
    })
    const input = scope.operand(named.input)
    const chars = optionalPart(named, 'chars', scope)
    return {
      constant: false,
      run: (frame) => {
        const text = input.run(frame)
        if (isNullish(text)) return null
        if (typeof text !== 'string') {
          throw requestFailed(
            `${name} requires its input to be a string, got ${valueText(text)} (of type ${typeName(text)}) instead.`,
          )
        }
        if (!chars) return trimmed(text, WHITE_SPACE, left, right)
        const dropped = chars.run(frame)
        if (isNullish(dropped)) return null
        if (typeof dropped !== 'string') {
          throw requestFailed(
            `${name} requires 'chars' to be a string, got ${valueText(dropped)} (of type ${typeName(dropped)}) instead.`,
          )
        }
        return trimmed(text, [...dropped], left, right)
      },
    }
  }

export const stringTrims: Record<string, Operator> = {
  $trim: trim(true, true),
  $ltrim: trim(true, false),
  $rtrim: trim(false, true),
}
