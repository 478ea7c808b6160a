/** A refusal that the SDK sees as `{ code, message }`. Anything else that is thrown is our own fault. */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'CloudError'
  }
}

const CONTACT = ' Please check your request, but if the problem persists, contact us.'

export const invalidParam = (message: string) => new CloudError('INVALID_PARAM', message)

export const requestFailed = (message: string) => new CloudError('DATABASE_REQUEST_FAILED', message)

export const collectionMissing = (name: string) =>
  new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}.${CONTACT}`,
  )

/** The code of this one is a guess: no public source shows it. */
export const collectionExists = (name: string) =>
  new CloudError(
    'DATABASE_COLLECTION_ALREADY_EXIST',
    `[ResourceInUse] Table exist: ${name}.${CONTACT}`,
  )

export const transactionConflict = () =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.${CONTACT}`,
  )

export const transactionGone = () =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds.${CONTACT}`,
  )

/** A plain write met a document that an open transaction holds; the text is public, the code is a guess. */
export const transactionBusy = () =>
  new CloudError(
    'ResourceUnavailable.TransactionBusy',
    `[ResourceUnavailable.TransactionBusy] Transaction is busy.${CONTACT}`,
  )

/** A refusal of MongoDB in the words of the Go driver's bulk write, which CloudBase passes on. */
export const inBulkWords = ({ code, message }: CloudError) =>
  new CloudError(
    code,
    code === 'DATABASE_REQUEST_FAILED'
      ? `multiple write errors: [{write errors: [{${message}}]}, {<nil>}]`
      : message,
  )

/** @param key in the form `: "a", : 1` */
export const duplicateKey = (collection: string, index: string, key: string) =>
  inBulkWords(
    requestFailed(
      `E11000 duplicate key error collection: tnt-local.${collection} index: ${index} dup key: { ${key} }`,
    ),
  )
