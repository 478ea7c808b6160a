export const refuseGaps: (steps: readonly object[]) => number[]
