import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')

const config = `import tseslint from 'typescript-eslint'
export default tseslint.config({
  files: ['**/*.ts'],
  languageOptions: {
    parser: tseslint.parser,
    parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
  },
  plugins: { '@typescript-eslint': tseslint.plugin },
  rules: { '@typescript-eslint/no-floating-promises': 'error' },
})
`

describe('npm run check', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'check-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text)
  const only = (step: string) => {
    const script = path.join(root, 'scripts/check.mjs')
    const flags = ['--root', folder, '--only', step]
    const { stdout, status } = spawnSync(process.execPath, [script, ...flags], { encoding: 'utf8' })
    return { stdout, status }
  }
  const lint = () => only('lint')

  it('finds a promise that floats since another file has changed, whatever it found before', () => {
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
    write('package.json', '{ "type": "module" }')
    write('eslint.config.mjs', config)
    write('tsconfig.json', '{ "compilerOptions": { "strict": true, "target": "ES2022" } }')
    write('save.ts', 'export const save = (): number => 1\n')
    write('through.ts', "export { save } from './save'\n")
    write('page.ts', "import { save } from './through'\nsave()\n")
    write('other.ts', 'export const other = 1\n')
    expect(lint()).toMatchObject({ status: 0, stdout: expect.stringContaining('5 of 5 files') })
    expect(lint()).toMatchObject({ status: 0, stdout: expect.stringContaining('nothing changed') })

    write('save.ts', 'export const save = async (): Promise<number> => 1\n')
    const after = lint()
    expect(after.status).toBe(1)
    expect(after.stdout).toContain('page.ts')
    expect(after.stdout).toContain('no-floating-promises')
    // Only what rests on the changed file was looked at again.
    expect(after.stdout).toContain('3 of 5 files')

    write('page.ts', "import { save } from './through'\nvoid save()\n")
    expect(lint()).toMatchObject({ status: 0, stdout: expect.stringContaining('1 of 5 files') })
  })

  it('finds a type that no longer fits since another file has changed, also where what was kept is broken', () => {
    const config = { compilerOptions: { strict: true, types: [] }, files: ['sum.ts'] }
    write('tsconfig.json', JSON.stringify(config))
    write('count.ts', 'export const count = (): number => 1\n')
    write('sum.ts', "import { count } from './count'\nexport const sum: number = count() + 1\n")
    expect(only('types')).toMatchObject({ status: 0 })
    expect(only('types').stdout).toContain('nothing changed')

    write('count.ts', "export const count = (): string => '1'\n")
    const after = only('types')
    expect(after.status).toBe(1)
    expect(after.stdout).toContain('sum.ts(2,14): error TS2322')

    write('count.ts', 'export const count = (): number => 2\n')
    write('.test-out/types.tsbuildinfo', '{"fileNames": [["no"]], "version": "5.9.3", "root": [1]}')
    expect(only('types')).toMatchObject({ status: 0 })
  })
})
