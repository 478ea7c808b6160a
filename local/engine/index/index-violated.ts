/**
 * What is stored breaks an index of the schema, so that nothing can be opened. Nothing is lost: the message names
 * the documents and the way out.
 */
export class IndexViolated extends Error {
  /**
   * @param why in MongoDB's words
   * @param ids of the documents
   */
  constructor(collection: string, index: string, why: string, ids: readonly unknown[]) {
    const named = ids.map((id) => JSON.stringify(id)).join(' and ')
    super(
      `the index ${index} of the collection ${collection} cannot hold what is stored: ${why} (_id: ${named}). ` +
        'Nothing stored was changed, and `local-cloud export` writes all of it to an archive. To open it: take the ' +
        'index out of the schema or declare it as not unique, start, change or remove such documents, and declare ' +
        'it again',
    )
    this.name = 'IndexViolated'
  }
}
