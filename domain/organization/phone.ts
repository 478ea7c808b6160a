/** As numbers are written here: 0668-2111111, 13812345678. The contract takes these and no others. */
export const phonePattern = /^[\d-]{7,20}$/

/** @param typed without space around it */
export const isPhone = (typed: string): boolean => phonePattern.test(typed)
