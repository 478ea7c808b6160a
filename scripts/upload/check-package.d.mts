export const localTraces: readonly string[]
export const faultsOfPackage: (
  folder: string,
  wanted: readonly string[],
  envId: string,
) => { code: string; name: string; why: string }[]
