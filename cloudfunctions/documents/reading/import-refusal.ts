import type { ImportErrorCode } from '../importer/codes'
import { importMessages } from '../importer/messages'

/** A file that cannot be read as a whole; its `code` says why. */
export class ImportRefusal extends Error {
  override readonly name = 'ImportRefusal'
  constructor(readonly code: ImportErrorCode) {
    super(importMessages[code])
  }
}
