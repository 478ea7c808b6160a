export const pushes: readonly (readonly [string, string])[]
