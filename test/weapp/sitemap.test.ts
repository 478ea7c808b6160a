import fs from 'node:fs'
import path from 'node:path'
import type { AppJson } from './simulator/phone'

const dist = path.resolve(__dirname, '../../dist/weapp')
const read = <T>(file: string) => JSON.parse(fs.readFileSync(path.join(dist, file), 'utf8')) as T

interface Sitemap {
  readonly rules: readonly { readonly action: 'allow' | 'disallow'; readonly page: string }[]
}

const app = read<AppJson & { sitemapLocation: string }>('app.json')
const { rules } = read<Sitemap>(app.sitemapLocation)

/** WeChat reads the rules from the top; what none names is indexed. */
const isIndexed = (page: string) =>
  rules.find((rule) => rule.page === page || rule.page === '*')?.action !== 'disallow'

test('WeChat indexes what is public, and no page of staff or of a person', () => {
  const inPackages = (app.subPackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => `${root}/${page}`),
  )
  expect([...app.pages, ...inPackages].filter(isIndexed)).toEqual([
    'pages/home/index',
    'pages/register/index',
    'pages/report/index',
    'pages/task/index',
    'pages/complaint/index',
    'subpackages/about/privacy/index',
  ])
})
