/** The pages of a deployed build, as `src/app.config.ts` names them. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../build/stamp.mjs'

/** @returns {Promise<string[]>} */
export const wantedPages = async () => {
  const { transform } = await import('esbuild')
  const source = readFileSync(path.join(root, 'src/app.config.ts'), 'utf8')
  const { code } = await transform(source, { loader: 'ts', format: 'cjs' })
  const evaluate = new Function('module', 'process', 'defineAppConfig', code)
  const module = { exports: {} }
  const deployed = { env: { TARO_ENV: 'weapp', TARO_APP_LOCAL: '' } }
  evaluate(module, deployed, (config) => config)
  const { pages, subPackages } = module.exports.default
  return [
    ...pages,
    ...subPackages.flatMap(({ root: below, pages: own }) =>
      own.map((page) => path.posix.join(below, page)),
    ),
  ]
}
