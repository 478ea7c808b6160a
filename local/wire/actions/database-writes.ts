import type { Actions } from '../../ground/action'
import { createCollection } from './create-collection'
import type { DatabaseContext } from './database-context'
import { insertDocuments } from './insert-documents'
import { readFlag, requireTransaction } from './read-parameters'
import { removeDocuments } from './remove-documents'
import { replaceDocument } from './replace-document'
import { updateAndReturn, updateDocuments } from './update-documents'

/** Actions that write documents, and those that begin and end transactions. */
export function databaseWrites(context: DatabaseContext): Actions {
  const { store } = context
  return {
    'database.addCollection': (parameters) => createCollection(store, parameters),
    'database.insertDocument': (parameters) => insertDocuments(context, parameters),
    'database.modifyDocument': (parameters) =>
      readFlag(parameters, 'merge', true)
        ? updateDocuments(context, parameters)
        : replaceDocument(context, parameters),
    'database.modifyAndReturnDoc': (parameters) => updateAndReturn(context, parameters),
    'database.removeDocument': (parameters) => removeDocuments(context, parameters),
    'database.startTransaction': () => ({ transactionId: store.begin().id }),
    'database.commitTransaction': async (parameters) => {
      await store.commit(requireTransaction(store, parameters))
      return {}
    },
    'database.abortTransaction': (parameters) => {
      store.abort(requireTransaction(store, parameters))
      return {}
    },
  }
}
