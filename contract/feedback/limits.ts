export const maxReportWords = 2000

export const maxPhotos = 9

/** WeChat's image check takes at most 10 MB. */
export const maxPhotoBytes = 10 * 1024 * 1024

export const maxVoiceBytes = 3 * 1024 * 1024

export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const

export const voiceTypes = ['audio/mpeg', 'audio/aac', 'audio/mp4', 'audio/webm'] as const

export const maxContactName = 30

/** Why the desk opens an original. */
export const maxLookReason = 100

/** What handlers read of a report. */
export const maxFeedbackSummary = 500

export const maxDeclined = 50

export const maxAnswerWords = 2000

export const maxRatingWords = 500
