/** How often a recurring duty returns. */
export interface Recurrence {
  readonly everyMonths: number
}

/** Months of the longest rhythm. [D] */
export const maxRhythm = 60
