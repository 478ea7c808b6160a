import type { BuildOptions } from 'esbuild'

export const functionNames: () => string[]
export const bundleOptions: (entry: string, outfile: string) => BuildOptions
export const buildFunctions: () => Promise<boolean>
