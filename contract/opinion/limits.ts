/** Words beside an opinion; none are asked for. */
export const maxOpinionWords = 500
/** What a resident said to the visitor who called. */
export const maxHeard = 1000
export const maxSummaryWords = 1000
/** One matter of a summary. */
export const maxMatterWords = 300
export const maxOpinionAnswer = 500
