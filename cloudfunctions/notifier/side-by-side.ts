/** Enough to hide the database's distance, too few to crowd the people who are working. */
const width = 10

/** Does the work for each item, some at a time, in order of their beginning. */
export const sideBySide = async <T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> => {
  for (let start = 0; start < items.length; start += width)
    await Promise.all(items.slice(start, start + width).map(work))
}
