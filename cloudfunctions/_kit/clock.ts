/** The only place of the functions that reads the time (epoch milliseconds). */
export const now = (): number => Date.now()
