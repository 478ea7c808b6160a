import { execFileSync } from 'node:child_process'
import path from 'node:path'
import setBeijingTime from './global-setup'

/** The function tests run the bundles as deployed: build them when their source changed. */
export default function buildFunctions(): void {
  setBeijingTime()
  const root = path.resolve(__dirname, '../..')
  execFileSync(process.execPath, [path.join(root, 'scripts/build.mjs'), 'functions'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
