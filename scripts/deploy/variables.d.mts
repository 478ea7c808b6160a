export const valueOf: (
  name: string,
  env: Readonly<Record<string, string | undefined>>,
) => string | null
export const faultsOfVariables: (
  names: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
) => { code: string; name: string; why: string }[]
