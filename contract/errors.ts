import type { RefusalCode } from '@/domain/refusal'

/** Refusals that are not a rule of the domain: the call itself is wrong, or the machine failed. */
export const callErrorCodes = [
  'INPUT.INVALID', // a field is missing, empty, too long or of the wrong type; see `fields`
  'INPUT.TOO_LARGE', // over what one call may carry
  'ACTION.UNKNOWN',
  'IMPORT.EMPTY',
  'IMPORT.TOO_LARGE',
  'IMPORT.UNPACKS_TOO_LARGE',
  'IMPORT.UNKNOWN_TYPE',
  'IMPORT.OLD_OFFICE',
  'IMPORT.BROKEN_PDF',
  'IMPORT.SCANNED_PDF',
  'IMPORT.ENCRYPTED',
  'IMPORT.BROKEN_DOCX',
  'IMPORT.BROKEN_XLSX',
  'IMPORT.UNKNOWN_ENCODING',
  'IMPORT.NOT_A_LIST',
  'INTERNAL', // logged with the request id
] as const

/** Made on the phone; never sent by a server. */
export const clientErrorCodes = [
  'CLIENT.OFFLINE',
  'CLIENT.TIMEOUT',
  'CLIENT.UPLOAD_FAILED',
  'CLIENT.NOT_KEPT', // the phone has no room for what is to be sent
] as const

export type CallErrorCode = (typeof callErrorCodes)[number]
export type ErrorCode = RefusalCode | CallErrorCode | (typeof clientErrorCodes)[number]
