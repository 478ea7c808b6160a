import { build } from 'esbuild'
import { root } from './stamp.mjs'

/**
 * The rules are TypeScript: bundled in memory and imported from there.
 * @param {string} contents a module that exports what is wanted, by paths from the root
 */
export const importTypeScript = async (contents) => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  })
  const code = Buffer.from(outputFiles[0].contents).toString('base64')
  return import(`data:text/javascript;base64,${code}`)
}
