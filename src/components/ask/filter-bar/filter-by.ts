import type { Filter } from './'

interface By<V extends string> extends Pick<Filter, 'key' | 'title' | 'all'> {
  readonly value: V | '' | undefined
  readonly values: readonly V[]
  readonly names: Readonly<Record<V, string>>
}

/** @returns a filter by the values of a table, each with its name; nothing chosen is all */
export const filterBy = <V extends string>(by: By<V>): Filter => {
  const { key, title, all, value = '', values, names } = by
  return {
    key,
    title,
    all,
    value,
    options: values.map((each) => ({ value: each, text: names[each] })),
  }
}
