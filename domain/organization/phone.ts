/** As numbers are written here: 0668-2111111, 13812345678. The contract takes these and no others. */
export const maxPhone = 20
export const phonePattern = new RegExp(`^[\\d-]{7,${maxPhone}}$`)

/** @param typed without space around it */
export const isPhone = (typed: string): boolean => phonePattern.test(typed)
