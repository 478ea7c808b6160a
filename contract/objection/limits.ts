export const maxObjectionWords = 1000
export const maxObjectionSummary = 500
