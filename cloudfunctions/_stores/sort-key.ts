import { readNumeral } from '@/domain/import/numeral'

/** Long enough for every number in a list. */
const figures = 6
const counted = /\d+|[零〇一二三四五六七八九十百]+/g

/** Sorts by a number as people count, 省27-2 before 省27-10 and 二 before 十; two of one by id. */
export const numberSortKey = (number: string, id: string): string =>
  `${number.replace(counted, (part) => String(readNumeral(part) ?? part).padStart(figures, '0'))} ${id}`

/** Sorts by due day; without a day that counts behind everything that has one. */
export const sortKey = (dueOn: string | null, id: string): string =>
  `${dueOn ?? '9999-12-31'} ${id}`
