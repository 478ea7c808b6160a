/** Why a whole file is refused. */
export const importErrorCodes = [
  'IMPORT.EMPTY',
  'IMPORT.TOO_LARGE',
  'IMPORT.UNKNOWN_TYPE',
  'IMPORT.UNKNOWN_ENCODING',
  'IMPORT.BROKEN_PDF',
  'IMPORT.SCANNED_PDF',
  'IMPORT.ENCRYPTED',
  'IMPORT.BROKEN_DOCX',
  'IMPORT.BROKEN_XLSX',
  'IMPORT.NOT_A_LIST',
] as const
export type ImportErrorCode = (typeof importErrorCodes)[number]

/** What is wrong in a list that was read. A fault never changes a value. */
export const importFaultCodes = [
  'IMPORT.DATE_BROKEN',
  'IMPORT.DATE_IMPOSSIBLE',
  'IMPORT.DATE_WITHOUT_YEAR',
  'IMPORT.DATE_ORDER',
  'IMPORT.DATE_YEAR_OFF',
  'IMPORT.NOTICE_DAYS_DIFFER',
  'IMPORT.NOTICE_END_MISSING',
  'IMPORT.NUMBER_DIFFERS',
  'IMPORT.NUMBERS_RUN_TOGETHER',
  'IMPORT.NUMBER_TWICE',
  'IMPORT.EMPTY_BRACKET',
  'IMPORT.COLUMNS_SHIFTED',
  'IMPORT.ROW_CELLS_DIFFER',
  'IMPORT.MEASURE_AFTER_TASK',
  'IMPORT.UNIT_TWICE',
  'IMPORT.CUT_OFF',
] as const
export type ImportFaultCode = (typeof importFaultCodes)[number]
