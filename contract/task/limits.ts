/** What was done of one part, and what a check or a re-check found. */
export const maxTaskWords = 500
export const maxPlanGoals = 1000
export const maxMilestoneWords = 200
export const maxMilestones = 12
/** A measure that a unit adds to its plan. */
export const maxOwnMeasure = 500
/** By what a measure is to be proved, where no kind says it. */
export const maxProofWords = 100
export const maxExtensionPlan = 1000
/** The word of each standard of a self-check, and what is disputed of one. */
export const maxStandardWords = 300
export const maxDisputeWords = 300
export const maxFixedBy = 60
/** What was seen of one measure, and its photos. */
export const maxSeenWords = 300
export const maxPhotosOfMeasure = 3
export const maxPhotosOfRecheck = 9
/** Files of one call: a visit on site has a photo of each measure and a signature. */
export const maxAnnounced = 101
/** Measures that one check or plan may name. */
export const maxMeasures = 100
/** The unit of a checker who is no member. */
export const maxCheckerUnit = 60
export const maxSignedPapers = 3
export const maxRemarks = 500
/** What one unit has to do again. */
export const maxDemand = 300
/** What somebody says on the draft, and one measure as it is then. */
export const maxDraftWords = 500
export const maxMeasureWords = 2000
export const maxSourceLine = 500
export const maxWithholding = 300
export const maxNoticeText = 1000
/** Who was met in a village, and what was said there. */
export const maxMet = 100
export const maxSaid = 1000
