/** A query needs an index that is not built yet. Nothing has happened: the work can be done again when it is. */
export class IndexPending extends Error {
  /** @param built settles when the index is there, and begins to build it if nobody has */
  constructor(readonly built: () => Promise<void>) {
    super('an index is not built yet')
  }
}

/** Does `work`, and again when an index that it wanted has been built. It must not have changed anything by then. */
export async function whenIndexed<T>(work: () => T | Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof IndexPending)) throw error
      await error.built()
    }
  }
}
