/** Fields of a task that may ever become public. No leader, no private person, no light. */
export const releasableTaskFields = [
  'title',
  'problem',
  'category',
  'goals',
  'measures',
  'units',
  'deadline',
  'regions',
  'villages',
  'result',
  'photos',
] as const
export type ReleasableTaskField = (typeof releasableTaskFields)[number]
