import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { buildIfChanged, root } from './stamp.mjs'

const output = 'dist/operator.cjs'

/** Bundles the operator's commands when their sources changed; answers with the bundle. */
export const buildOperator = async () => {
  const inputs = [
    ...['scripts/operator', 'scripts/write-whole.mjs', 'scripts/build/operator.mjs'],
    ...[
      'cloudfunctions/_stores',
      'domain',
      'contract',
      'copy',
      'local',
      'database',
      'package-lock.json',
    ],
  ]
  await buildIfChanged({ name: 'operator', inputs, outputs: [output] }, async () => {
    const { build } = await import('esbuild')
    mkdirSync(path.join(root, 'dist'), { recursive: true })
    await build({
      entryPoints: [path.join(root, 'scripts/operator/main.ts')],
      outfile: path.join(root, output),
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      packages: 'external',
      alias: { '@': root },
      logLevel: 'error',
    })
  })
  return path.join(root, output)
}
