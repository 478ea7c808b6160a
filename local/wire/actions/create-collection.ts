import type { DocumentStore } from '../../engine/store'
import { invalidParam } from '../../ground/cloud-error'
import type { Answer, Parameters } from '../../ground/action'

/** Characters that a name may not hold, and names that belong to the database itself. */
const isName = (name: string) =>
  name.length <= 120 && /^[^\s$\u0000]+$/.test(name) && !/^system\.|^\.|\.$|\.\./.test(name)

/** `database.addCollection` */
export async function createCollection(
  store: DocumentStore,
  { collectionName }: Parameters,
): Promise<Answer> {
  if (typeof collectionName !== 'string' || !isName(collectionName))
    throw invalidParam('collectionName is not valid')
  await store.createCollection(collectionName)
  return {}
}
