export const satisfactions = [
  'satisfied', // 满意
  'half', // 一半
  'unsatisfied', // 不满意
] as const
export type Satisfaction = (typeof satisfactions)[number]

/** How many residents said each. */
export type Counts = Readonly<Record<Satisfaction, number>>
