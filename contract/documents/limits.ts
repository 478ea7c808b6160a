export const maxDocumentBytes = 20 * 1024 * 1024

/** 500 rows a table are some 60 KB. */
export const maxRosterBytes = 2 * 1024 * 1024

export const documentExtensions = ['.txt', '.docx', '.xlsx', '.pdf'] as const
