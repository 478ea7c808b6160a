/** Sorts by due day; without a day that counts behind everything that has one. */
export const sortKey = (dueOn: string | null, id: string): string =>
  `${dueOn ?? '9999-12-31'} ${id}`
