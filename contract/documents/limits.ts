export const maxDocumentBytes = 20 * 1024 * 1024

/** 500 rows a table are some 60 KB. */
export const maxRosterBytes = 2 * 1024 * 1024

/** Lines with sites, as they are typed or pasted. */
export const maxSiteLines = 20_000

/** Texts of a draft, as the reviewer may change them. */
export const maxDraftNumber = 40
export const maxDraftTitle = 200
export const maxDraftProblem = 5000
export const maxDraftDeadline = 200
/** What is written instead of a field that was read unsurely. */
export const maxDecided = 500

export const documentExtensions = ['.txt', '.docx', '.xlsx', '.pdf'] as const
