import type { Doc } from './naive-values'

export type Pick = (below: number) => number
export type Sort = Array<[string, 1 | -1]>

export type Operation =
  | { kind: 'insert'; docs: Doc[] }
  | { kind: 'set'; id: unknown; data: Doc }
  | { kind: 'update'; id: unknown; update: Record<string, Doc> }
  | { kind: 'updateAndReturn'; id: unknown; update: Record<string, Doc> }
  | { kind: 'updateWhere'; filter: Doc; update: Record<string, Doc> }
  | { kind: 'remove'; id: unknown }
  | { kind: 'removeWhere'; filter: Doc }
  | {
      kind: 'find'
      filter: Doc
      sort: Sort
      skip: number
      limit: number
      projection: Record<string, number> | null
    }
  | { kind: 'count'; filter: Doc }
  | { kind: 'begin' }
  | { kind: 'commit' }
  | { kind: 'abort' }
  | { kind: 'reopen' }

/** Few ids and few values, so that operations meet. */
export function makeOperations(pick: Pick) {
  const one = <T>(...choices: T[]): T => choices[pick(choices.length)]!
  const several = <T>(make: () => T, most = 4): T[] => Array.from({ length: pick(most) }, make)
  const id = (): unknown => one<unknown>('a', 'b', 'c', 'd', 'e', 1, 2, 3)
  const number = () => one(-2, -0.5, 0, 1, 2, 2.5, 3, 7)
  const text = () => one('', 'a', 'ab', 'b', '中', '😀')
  const scalar = (): unknown =>
    one<() => unknown>(
      number,
      number,
      text,
      text,
      () => null,
      () => pick(2) === 1,
    )()
  const when = () => new Date(1000 * pick(4))
  const maybe = (key: string, make: () => unknown): Doc => (pick(4) === 0 ? {} : { [key]: make() })
  const item = (): Doc => ({ ...maybe('k', number), ...maybe('v', text) })

  const fields = (): Doc => ({
    ...maybe('n', () => (pick(6) === 0 ? scalar() : number())),
    ...maybe('s', () => (pick(8) === 0 ? scalar() : text())),
    ...maybe('tags', () => (pick(6) === 0 ? scalar() : several(scalar))),
    ...maybe('o', () =>
      pick(6) === 0 ? scalar() : { ...maybe('x', number), ...maybe('y', text) },
    ),
    ...maybe('list', () => several<unknown>(() => (pick(8) === 0 ? number() : item()), 3)),
    ...maybe('when', when),
  })
  const uniqueFields = (): Doc => ({
    ...maybe('u', () => pick(12)),
    ...maybe('s', text),
    ...maybe('tags', () => several(scalar, 3)),
  })

  const PATHS = [
    'n',
    's',
    'tags',
    'o.x',
    'o.y',
    'list.k',
    'list.v',
    'when',
    'list.0.k',
    'tags.0',
    'gone',
    '_id',
  ]
  const valueFor = (path: string): unknown => {
    if (path === '_id') return id()
    if (path === 'when') return when()
    return pick(5) === 0 ? scalar() : /n$|x$|k$/.test(path) ? number() : scalar()
  }

  const operators = (path: string): Doc => {
    const value = () => valueFor(path)
    const known = () => value() ?? 1
    return one<() => Doc>(
      () => ({ $gt: known() }),
      () => ({ $gte: known() }),
      () => ({ $lt: known() }),
      () => ({ $lte: known() }),
      () => ({ $gte: known(), $lt: known() }),
      () => ({ $gt: number(), $lte: number() }),
      () => ({ $in: several(value) }),
      () => ({ $in: [value(), value()] }),
      () => ({ $nin: several(value) }),
      () => ({ $ne: value() }),
      () => ({ $eq: value() }),
      () => ({ $exists: pick(2) === 1 }),
      () => ({ $not: { $gt: known() } }),
      () => ({ $mod: [2, pick(2)] }),
    )()
  }
  const arrayOperators = (): Doc =>
    one<() => Doc>(
      () => ({ tags: { $size: pick(3) } }),
      () => ({ tags: { $all: [scalar(), scalar()] } }),
      () => ({ tags: { $elemMatch: { $gt: number(), $lt: number() } } }),
      () => ({ list: { $elemMatch: { k: number(), v: text() } } }),
      () => ({ list: { $elemMatch: { k: { $gte: number() } } } }),
      () => ({ 'list.k': number(), 'list.v': text() }),
      () => ({ tags: several(scalar, 3) }),
    )()
  const condition = (): Doc => {
    if (pick(6) === 0) return arrayOperators()
    if (pick(10) === 0) return { s: one(/^a/, /b$/, /^ab/, /^b?/) }
    const path = one(...PATHS)
    return { [path]: pick(3) === 0 ? valueFor(path) : operators(path) }
  }
  const filter = (): Doc =>
    one<() => Doc>(
      () => ({}),
      condition,
      condition,
      condition,
      () => ({ ...condition(), ...condition() }),
      () => ({ ...condition(), ...condition() }),
      () => ({ $and: [condition(), condition()] }),
      () => ({ $or: [condition(), condition()] }),
      () => ({ ...condition(), $or: [condition(), { ...condition(), ...condition() }] }),
      () => ({ $nor: [condition(), condition()] }),
      // What the indexes of the test are made for.
      () => ({ s: text(), n: operators('n') }),
      () => ({ s: { $in: [text(), text(), text()] } }),
      () => ({ 'o.x': number(), n: { $gte: number() } }),
    )()
  /** Not by two arrays at once: MongoDB refuses that where a document has both. */
  const sort = (): Sort => {
    const direction = () => one<1 | -1>(1, -1)
    return one<() => Sort>(
      () => [],
      () => [[one('n', 's', 'tags', 'o.x', 'list.k', 'when', '_id', 'gone'), direction()]],
      () => [
        [one('n', 's', 'o.x', 'when'), direction()],
        [one('_id', 'tags', 'list.k'), direction()],
      ],
      () => [
        ['s', 1],
        ['n', -1],
      ],
      () => [
        ['s', -1],
        ['n', 1],
      ],
      () => [['n', -1]],
      () => [
        ['o.x', 1],
        ['n', 1],
      ],
    )()
  }
  const projection = () =>
    one<Record<string, number> | null>(
      null,
      null,
      null,
      { n: 1 },
      { s: 1, _id: 0 },
      { tags: 0 },
      { 'o.x': 1, n: 1 },
      { 'list.k': 1 },
      { 'o.x': 0 },
      { _id: 0 },
    )

  const update = (): Record<string, Doc> => {
    const numbers = () => one('n', 'o.x', 'list.0.k', 'fresh.deep')
    const choices: Array<[top: string, make: () => Record<string, Doc>]> = [
      ['n', () => ({ $inc: { [numbers()]: number() } })],
      ['n', () => ({ $mul: { [numbers()]: number() } })],
      ['n', () => ({ $min: { [one('n', 's', 'when')]: scalar() } })],
      ['n', () => ({ $max: { [one('n', 's', 'o.y')]: scalar() } })],
      [
        's',
        () => ({
          $set: { [one('s', 'o.y', 'o', 'when', 'list.1.v', 'tags.1', 'fresh.deep')]: scalar() },
        }),
      ],
      ['s', () => ({ $set: { tags: several(scalar), o: { x: number() } } })],
      [
        's',
        () => ({ $unset: { [one('s', 'n', 'o.x', 'tags.0', 'list.0.k', 'gone', 'tags')]: '' } }),
      ],
      ['t', () => ({ $push: { tags: { $each: several(scalar, 3) } } })],
      [
        't',
        () => ({ $push: { [one('tags', 'o.y')]: { $each: [scalar()], $position: pick(5) - 2 } } }),
      ],
      [
        't',
        () => ({
          $push: {
            tags: { $each: several(scalar, 3), $sort: one<1 | -1>(1, -1), $slice: pick(7) - 3 },
          },
        }),
      ],
      ['t', () => ({ $addToSet: { tags: { $each: several(scalar, 3) } } })],
      ['t', () => ({ $pop: { [one('tags', 'list', 's')]: one(1, -1) } })],
      [
        't',
        () => ({
          $pull: { tags: one<unknown>(scalar(), { $in: several(scalar, 3) }, { $gte: number() }) },
        }),
      ],
      ['t', () => ({ $pull: { list: one<unknown>({ k: number() }, { k: { $lt: number() } }) } })],
      ['t', () => ({ $pullAll: { tags: several(scalar, 3) } })],
      ['r', () => ({ $rename: { [one('n', 's', 'gone')]: 'renamed' } })],
    ]
    const made = one(...choices)[1]()
    if (pick(4) !== 0) return made
    // A second operator on a field that the first one leaves alone.
    const [operator] = Object.keys(made)
    const second: Record<string, Doc> =
      operator === '$set' ? { $inc: { extra: 1 } } : { $set: { extra: pick(3) } }
    return { ...made, ...second }
  }
  /** Some elements of an array decide whether it matches, all of them where it sorts. */
  const byArray = (): { filter: Doc; sort: Sort } => {
    const path = one('tags', 'list.k')
    const { filter: more } = one({ filter: {} }, { filter: { n: operators('n') } })
    return { filter: { [path]: operators(path), ...more }, sort: [[path, one<1 | -1>(1, -1)]] }
  }
  return { one, id, fields, uniqueFields, filter, sort, byArray, projection, update }
}

type Make = ReturnType<typeof makeOperations>

/** One operation; with a transaction open, plain writes keep to ids it has not written. */
export function nextOperation(pick: Pick, make: Make, kind: 'c' | 'd'): Operation {
  const { one, id, filter, update } = make
  const data = kind === 'c' ? make.fields : make.uniqueFields
  const change = () => (kind === 'c' ? update() : { $set: data() })
  const find = (): Operation => ({
    kind: 'find',
    ...(pick(5) === 0 ? make.byArray() : { filter: filter(), sort: make.sort() }),
    skip: pick(3) === 0 ? pick(4) : 0,
    limit: one(1, 2, 3, 100),
    projection: make.projection(),
  })
  const write: Array<() => Operation> = [
    () => ({ kind: 'insert', docs: [{ _id: id(), ...data() }] }),
    () => ({
      kind: 'insert',
      docs: [
        { _id: id(), ...data() },
        { _id: id(), ...data() },
      ],
    }),
    () => ({ kind: 'insert', docs: [{ _id: id(), ...data() }] }),
    () => ({ kind: 'set', id: id(), data: data() }),
    () => ({ kind: 'update', id: id(), update: nonEmpty(change()) }),
    () => ({ kind: 'updateAndReturn', id: id(), update: nonEmpty(change()) }),
    () => ({ kind: 'remove', id: id() }),
  ]
  const wide: Array<() => Operation> = [
    () => ({ kind: 'updateWhere', filter: filter(), update: update() }),
    () => ({ kind: 'removeWhere', filter: filter() }),
  ]
  const all = [...write, find, find, find, () => ({ kind: 'count', filter: filter() }) as Operation]
  return one(...all, ...(kind === 'c' ? wide : []))()
}

function nonEmpty(update: Record<string, Doc>): Record<string, Doc> {
  return update.$set && Object.keys(update.$set).length === 0 ? { $set: { extra: 1 } } : update
}
