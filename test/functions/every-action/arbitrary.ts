import fc from 'fast-check'
import type * as z from '@/contract/zod'

/** What of a schema's definition is read here; zod publishes it as `_zod.def`. */
interface Check {
  readonly _zod: {
    readonly def: {
      readonly check?: string
      readonly minimum?: number
      readonly maximum?: number
      readonly value?: number
      readonly pattern?: RegExp
    }
  }
}
interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodMiniType>>
  readonly element?: z.ZodMiniType
  readonly innerType?: z.ZodMiniType
  readonly keyType?: z.ZodMiniType
  readonly valueType?: z.ZodMiniType
  readonly options?: readonly z.ZodMiniType[]
  readonly entries?: Readonly<Record<string, string>>
  readonly values?: readonly unknown[]
  readonly checks?: readonly Check[]
}

const definitionOf = (schema: z.ZodMiniType): Definition => schema._zod.def as unknown as Definition

const limit = ({ checks = [] }: Definition, kind: string): number | undefined => {
  const found = checks.map(({ _zod }) => _zod.def).find(({ check }) => check === kind)
  return found?.minimum ?? found?.maximum ?? found?.value
}

/** Words and marks that have broken programs before. */
const oddTexts = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '𠮷'.repeat(60),
  '‮反过来',
  '<img src=x onerror=alert(1)>',
  '__proto__',
  'constructor',
  '$where',
  '../../etc/passwd',
  '2019-02-30',
  '2019-11-18',
  '9999-12-31',
  '440900',
  '-1',
  'null',
]

/** Values that stand where another kind is meant. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...oddTexts),
  fc.constantFrom(null, undefined, true, 0, -1, 1.5, 1e308, 2 ** 53, [], {}, [[]], { $gt: '' }),
  fc.constantFrom({ _id: 'x' }, { $ne: null }, ['440900'], 'x'.repeat(5000)),
  fc.jsonValue({ maxDepth: 2 }),
)

const textOf = (definition: Definition, known: readonly string[]): fc.Arbitrary<unknown> => {
  const pattern = definition.checks?.map(({ _zod }) => _zod.def.pattern).find(Boolean)
  const most = Math.min(limit(definition, 'max_length') ?? 40, 40)
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...known) },
    { weight: 1, arbitrary: fc.constantFrom(...oddTexts) },
    {
      weight: 2,
      arbitrary: pattern
        ? fc.stringMatching(pattern)
        : fc.string({ minLength: limit(definition, 'min_length') ?? 0, maxLength: most }),
    },
  )
}

const listOf = (definition: Definition, known: readonly string[]): fc.Arbitrary<unknown> =>
  fc.array(inputOf(definition.element!, known), {
    minLength: limit(definition, 'min_length') ?? 0,
    maxLength: Math.max(limit(definition, 'min_length') ?? 0, 3),
  })

const recordOf = (
  { shape = {} }: Definition,
  known: readonly string[],
): fc.Arbitrary<Record<string, unknown>> => {
  const entries = Object.entries(shape)
  const optional = entries.filter(([, field]) => definitionOf(field).type === 'optional')
  const needed = entries.filter(([, field]) => definitionOf(field).type !== 'optional')
  return fc.record(
    Object.fromEntries(entries.map(([name, field]) => [name, inputOf(field, known)])),
    { requiredKeys: optional.length > 0 ? needed.map(([name]) => name) : undefined },
  )
}

/**
 * Inputs of the shape that a contract asks for, most of which it takes; texts come from `known`
 * more often than not, so that they name things that exist.
 * @throws Error for a kind of schema that is not listed here: list it
 */
export const inputOf = (schema: z.ZodMiniType, known: readonly string[]): fc.Arbitrary<unknown> => {
  const definition = definitionOf(schema)
  const inner = () => inputOf(definition.innerType!, known)
  switch (definition.type) {
    case 'object':
      return recordOf(definition, known)
    case 'array':
      return listOf(definition, known)
    case 'string':
      return textOf(definition, known)
    case 'number':
      return fc.integer({
        min: limit(definition, 'greater_than') ?? -1,
        max: Math.min(limit(definition, 'less_than') ?? 2 ** 40, 2 ** 40),
      })
    case 'boolean':
      return fc.boolean()
    case 'enum':
      return fc.constantFrom(...Object.values(definition.entries!))
    case 'literal':
      return fc.constantFrom(...definition.values!)
    case 'optional':
      return inner()
    case 'nullable':
      return fc.option(inner())
    case 'union':
      return fc.oneof(...definition.options!.map((option) => inputOf(option, known)))
    case 'record':
      return fc
        .array(
          fc.tuple(inputOf(definition.keyType!, known), inputOf(definition.valueType!, known)),
          { maxLength: 6 },
        )
        .map((entries) => Object.fromEntries(entries) as unknown)
    default:
      throw new Error(`no inputs are made for a ${definition.type}`)
  }
}

/** Every text that stands in a value. */
export const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** Paths to every place of a value, its own included. */
const placesIn = (value: unknown, path: readonly string[] = []): (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, at]) => placesIn(at, [...path, key]))]
    : [path]

const withAt = (value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown => {
  if (key === undefined) return put
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === key ? withAt(item, rest, put) : item))
  const held = value as Record<string, unknown>
  return { ...held, [key]: withAt(held[key], rest, put) }
}

/** The input with one place of it spoiled, or with a field that nobody asked for. */
export const spoiled = (input: unknown): fc.Arbitrary<unknown> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .tuple(fc.constantFrom(...placesIn(input)), oddValue)
        .map(([place, odd]) => withAt(input, place, odd)),
    },
    {
      weight: 1,
      arbitrary: oddValue.map((odd) => ({ ...(input as object), unasked: odd })),
    },
  )
