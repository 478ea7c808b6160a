export const maxPlanBytes = 20 * 1024 * 1024

export const maxPlanWords = 2000

export const maxPlanFiles = 5

/** One matter that a visit is to look at, what was found of it, and how many an office asks for at once. */
export const maxVisitMatter = 200
export const maxFound = 500
export const maxMattersAsked = 10

export const maxCertificate = 40

export const maxReceivedBy = 50

export const maxDissent = 1000

export const maxVisitRating = 500
