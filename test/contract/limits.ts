import type { ZodMiniType } from '@/contract/zod'

interface Check {
  readonly _zod: {
    readonly def: {
      readonly check: string
      readonly maximum?: number
      readonly minimum?: number
      readonly value?: number
      readonly inclusive?: boolean
    }
  }
}

interface Def {
  readonly type: string
  readonly checks?: readonly Check[]
  readonly shape?: Readonly<Record<string, ZodMiniType>>
  readonly element?: ZodMiniType
  readonly innerType?: ZodMiniType
  readonly valueType?: ZodMiniType
  readonly options?: readonly ZodMiniType[]
  readonly items?: readonly ZodMiniType[]
}

const defOf = (schema: ZodMiniType): Def => schema._zod.def as unknown as Def

/** Longer than anything that a contract takes. */
const tooLong = 30_000

/** The longest text of this character that is taken, and the shortest; null where none is. */
const lengthsOf = (schema: ZodMiniType, character: string): readonly [number, number] | null => {
  const takes = (length: number) => schema.safeParse(character.repeat(length)).success
  const shortest = [...Array(16).keys()].find(takes)
  if (shortest === undefined) return null
  if (takes(tooLong)) return [shortest, Infinity]
  let [yes, no] = [shortest, tooLong]
  while (no - yes > 1) {
    const middle = Math.floor((yes + no) / 2)
    if (takes(middle)) yes = middle
    else no = middle
  }
  return [shortest, yes]
}

/** A text in the words of somebody who tries it; of a closed form (a day, a digest) only that it has one. */
const textLimit = (schema: ZodMiniType): string => {
  for (const character of ['字', 'a', '1']) {
    const lengths = lengthsOf(schema, character)
    const blank = schema.safeParse(' \n').success ? ', may be blank' : ''
    if (lengths) return `text ${character} ${lengths.join('–')}${blank}`
  }
  return 'text of a form'
}

const bounds = (kind: string, { checks = [] }: Def): string => {
  const said = checks.flatMap(({ _zod: { def } }) => {
    if (def.check === 'max_length') return [`≤ ${def.maximum}`]
    if (def.check === 'min_length') return [`≥ ${def.minimum}`]
    if (def.check === 'less_than') return [`${def.inclusive ? '≤' : '<'} ${def.value}`]
    if (def.check === 'greater_than') return [`${def.inclusive ? '≥' : '>'} ${def.value}`]
    return []
  })
  return [kind, ...said.sort()].join(' ')
}

/** Every value of an input with what it may be at most and at least, one line each. */
export const limitsOf = (schema: ZodMiniType, path: string): string[] => {
  const def = defOf(schema)
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape ?? {}).flatMap(([key, inner]) =>
        limitsOf(inner, `${path}.${key}`),
      )
    case 'array':
      return [`${path} ${bounds('list', def)}`, ...limitsOf(def.element!, `${path}[]`)]
    case 'nullable':
      return limitsOf(def.innerType!, `${path}?`)
    case 'optional':
      return limitsOf(def.innerType!, `${path}?`)
    case 'record':
      return limitsOf(def.valueType!, `${path}{}`)
    case 'union':
      return (def.options ?? []).flatMap((inner, place) => limitsOf(inner, `${path}|${place}`))
    case 'tuple':
      return (def.items ?? []).flatMap((inner, place) => limitsOf(inner, `${path}[${place}]`))
    case 'string':
      return [`${path} ${textLimit(schema)}`]
    case 'number':
      return [`${path} ${bounds('number', def)}`]
    default:
      return []
  }
}
