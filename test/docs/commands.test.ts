import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import manifest from '@/package.json'

const root = path.resolve(__dirname, '../..')
const pages = ['docs/deploy.md', 'docs/one-machine.md']

/** Where each command reads its words. */
const folders: Readonly<Record<string, string>> = {
  deploy: 'scripts/deploy',
  upload: 'scripts/upload',
  preview: 'scripts/upload',
  serve: 'scripts/serve',
  keys: 'scripts/operator',
  backup: 'scripts/operator',
  restore: 'scripts/operator',
  writing: 'scripts/operator',
}

const commandsIn = (page: string): [string, string, string[]][] =>
  [...readFileSync(path.join(root, page), 'utf8').matchAll(/^npm run (\S+)(?: -- (.*))?$/gm)].map(
    ([, name = '', words = '']) => [page, name, words.split(' #')[0]!.match(/--[a-z-]+/g) ?? []],
  )

const commands = pages.flatMap(commandsIn)

it('the pages name commands', () => expect(commands.length).toBeGreaterThan(10))

it.each(commands)('%s: npm run %s takes %j', (_, name, flags) => {
  expect(Object.keys(manifest.scripts)).toContain(name)
  const folder = path.join(root, folders[name]!)
  const source = readdirSync(folder)
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n')
  for (const flag of flags)
    expect(source).toMatch(new RegExp(`['"]?${flag.slice(2)}['"]?\\s*:\\s*\\{|${flag}`))
})
