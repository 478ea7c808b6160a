import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import manifest from '@/package.json'

const root = path.resolve(__dirname, '../..')
const pages = ['docs/deploy.md', 'docs/one-machine.md', 'README.md', 'README.en.md']

/** Where commands read their words that have no folder or file of their own name. */
const places: Readonly<Record<string, string>> = {
  preview: 'scripts/upload',
  keys: 'scripts/operator',
  backup: 'scripts/operator',
  restore: 'scripts/operator',
  writing: 'scripts/operator',
  import: 'cloudfunctions/documents/import-cli.ts',
}

const commandsIn = (page: string): [string, string, string[]][] =>
  [
    ...readFileSync(path.join(root, page), 'utf8').matchAll(/^npm run (?:--silent )?(\S+)(.*)$/gm),
  ].map(([, name = '', words = '']) => [
    page,
    name,
    words.split(' #')[0]!.match(/--[a-z-]+/g) ?? [],
  ])

const commands = pages.flatMap(commandsIn)

const textOf = (file: string): string => {
  const full = path.join(root, file)
  if (!existsSync(full)) return ''
  if (!statSync(full).isDirectory()) return readFileSync(full, 'utf8')
  return readdirSync(full)
    .map((name) => readFileSync(path.join(full, name), 'utf8'))
    .join('\n')
}

it('the pages name commands', () => expect(commands.length).toBeGreaterThan(15))

it.each(commands)('%s: npm run %s takes %j', (_, name, flags) => {
  expect(Object.keys(manifest.scripts)).toContain(name)
  const source = textOf(places[name] ?? `scripts/${name}`) + textOf(`scripts/${name}.mjs`)
  for (const flag of flags)
    expect(source).toMatch(new RegExp(`['"]?${flag.slice(2)}['"]?\\s*:\\s*\\{|${flag}`))
})
