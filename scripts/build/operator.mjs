import path from 'node:path'
import { bundleForNode } from './node-bundle.mjs'
import { buildIfChanged, root } from './stamp.mjs'

const output = 'dist/operator.cjs'

/** Bundles the operator's commands when their sources changed; answers with the bundle. */
export const buildOperator = async () => {
  const inputs = [
    ...[
      'scripts/operator',
      'scripts/write-whole.mjs',
      'scripts/deploy/deploy-error.mjs',
      'scripts/build/operator.mjs',
      'scripts/build/node-bundle.mjs',
    ],
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
  await buildIfChanged({ name: 'operator', inputs, outputs: [output] }, () =>
    bundleForNode({ entry: 'scripts/operator/main.ts', output }),
  )
  return path.join(root, output)
}
