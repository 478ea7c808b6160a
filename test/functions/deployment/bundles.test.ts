import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { actions } from '@/contract/actions'
import { bundleOptions } from '@/scripts/build/functions.mjs'

const root = path.resolve(__dirname, '../../..')
const built = path.join(root, 'dist/cloudfunctions')
const usualKilobytes = 690
/**
 * `task` draws the pictures that are handed in, to know them again: decoders of JPEG and PNG, 50 KB; and asks
 * WeChat of those that go with a notice. `task` and `feedback` read most kinds of things, each by its shape:
 * 7 KB.
 */
const mostKilobytes: Readonly<Record<string, number>> = { task: 780, feedback: 700, register: 520 }

describe('the bundles as deployed', () => {
  // These carry the readers and the writer of office files; no other cold start pays for them.
  const withOffice = ['documents', 'papers']
  const names = readdirSync(built).filter((name) => !withOffice.includes(name))

  it('are the functions that the deployment names', () => {
    expect(names.sort()).toEqual([
      'enterprise',
      'feedback',
      'identity',
      'notifier',
      'opinion',
      'register',
      'task',
    ])
  })

  it.each(names)('%s stays within its size', (name) => {
    const { size } = statSync(path.join(built, name, 'index.js'))
    expect(size / 1024).toBeLessThanOrEqual(mostKilobytes[name] ?? usualKilobytes)
  })

  it('carry the decoders of pictures where pictures are compared, and nowhere else', () => {
    const withDecoders = names.filter((name) =>
      readFileSync(path.join(built, name, 'index.js'), 'utf8').includes('maxResolutionInMP'),
    )
    expect(withDecoders).toEqual(['task'])
  })

  it('hold no rule of a workflow where everybody reads: an anonymous reader wakes no staff code', async () => {
    const entry = path.join(root, 'cloudfunctions/register/index.ts')
    const inputsOf = async (file: string) => {
      const { metafile } = await build({ ...bundleOptions(file, 'unwritten.js'), write: false })
      return Object.keys(Object.values(metafile!.outputs)[0]!.inputs)
    }
    const staffCode =
      /^domain\/.*(workflow|transitions|rules|obligations)|_stores\/(writer|thing|.*-thing)\.ts$/
    const isStaffCode = (file: string) => staffCode.test(file)
    expect((await inputsOf(entry)).filter(isStaffCode)).toEqual([])
    const ofTasks = await inputsOf(path.join(root, 'cloudfunctions/task/index.ts'))
    expect(ofTasks.filter(isStaffCode).length).toBeGreaterThan(10)
  }, 60_000)

  it('ask nobody who they are in the register, and only there, but for the holder of a code', () => {
    const isPublic = ([, { caller }]: [string, { caller: string }]) => caller === 'public'
    const isRegister = (name: string) => name.startsWith('register.')
    const names = Object.entries(actions)
      .filter(isPublic)
      .map(([name]) => name)
    expect(names.filter((name) => !isRegister(name))).toEqual(['feedback.lookUp'])
    expect(Object.keys(actions).filter(isRegister)).toEqual(names.filter(isRegister))
  })
})
