import type { Chunk, ChunkGraph, Compilation, Module } from 'webpack'
import { firstWords } from '../copy/first-words'

/** Pages that anybody opens; what only staff open comes when they open it. */
const residentPage = /^\.\/(pages\/(?!todo\/|gallery\/|local\/)|subpackages\/about\/)/

const staffPage = /^\.\/(subpackages\/(?!about\/)|pages\/todo\/)/

const opens = (chunk: Chunk, pages: RegExp): boolean =>
  [...chunk.groupsIterable].some((group) =>
    group.origins.some(({ request }: { request: string }) => pages.test(request)),
  )

/**
 * Code by audience. All pages of a resident are one file, so that whoever has read the first
 * page can go on without a network; what staff pages share is another, and each staff page holds
 * the rest of its own.
 */
export const byAudience = {
  chunks: 'all' as const,
  cacheGroups: {
    default: false as const,
    defaultVendors: false as const,
    resident: {
      name: 'resident',
      chunks: 'async' as const,
      priority: 2,
      enforce: true,
      test: (module: Module, { chunkGraph }: { chunkGraph: ChunkGraph }) =>
        [...chunkGraph.getModuleChunksIterable(module)].some((chunk) => opens(chunk, residentPage)),
    },
    staff: {
      name: 'staff',
      chunks: (chunk: Chunk) => opens(chunk, staffPage),
      priority: 1,
      minChunks: 2,
      enforce: true,
    },
  },
}

const filesOf = (compilation: Compilation, name: string): string[] => [
  ...(compilation.namedChunks.get(name)?.files ?? []),
]

/** What the first document says before the program is there, and what it fetches at once. */
export const firstDocument = (compilation: Compilation) => {
  const files = [...filesOf(compilation, 'app'), ...filesOf(compilation, 'resident')]
  const ending = (end: string) => files.filter((file) => file.endsWith(end))
  return { words: firstWords, files: { scripts: ending('.js'), styles: ending('.css') } }
}
