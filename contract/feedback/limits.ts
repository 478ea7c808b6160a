export const maxWords = 2000

export const maxPhotos = 9

/** WeChat's image check takes at most 10 MB. */
export const maxPhotoBytes = 10 * 1024 * 1024

export const maxVoiceBytes = 3 * 1024 * 1024

export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const

export const voiceTypes = ['audio/mpeg', 'audio/aac', 'audio/mp4', 'audio/webm'] as const
