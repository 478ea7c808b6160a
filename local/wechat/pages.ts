import { readFileSync } from 'node:fs'

interface AppFile {
  pages?: unknown
  subPackages?: unknown
  subpackages?: unknown
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []

/**
 * The pages of a mini-program.
 * @param file its built `app.json`, or a list of pages as JSON
 * @throws Error naming the file when it is neither
 */
export function loadPages(file: string): string[] {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`cannot read pages from ${file}: ${(error as Error).message}`)
  }
  if (Array.isArray(value)) return texts(value)
  const { pages, subPackages, subpackages } = (value ?? {}) as AppFile
  if (!Array.isArray(pages)) throw new Error(`${file} must hold a list of pages, or be an app.json`)
  const packages = [subPackages, subpackages].flatMap((list) =>
    Array.isArray(list) ? (list as Array<{ root?: unknown; pages?: unknown }>) : [],
  )
  return [
    ...texts(pages),
    ...packages.flatMap(({ root, pages: own }) =>
      texts(own).map((page) => `${String(root).replace(/\/$/, '')}/${page}`),
    ),
  ]
}

/**
 * Whether a path, with or without a query, leads to a page.
 * @param pages null when they are not known: then only the form counts
 */
export function isPage(path: unknown, pages: readonly string[] | null): boolean {
  if (
    typeof path !== 'string' ||
    !/^\/?[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*(\.html)?(\?\S*)?$/.test(path)
  )
    return false
  const page = path
    .replace(/^\//, '')
    .replace(/\?.*$/s, '')
    .replace(/\.html$/, '')
  return pages === null || pages.includes(page)
}
