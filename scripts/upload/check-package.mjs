/** The compiled mini-program, looked at before it goes up. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { faultsOfPrivacy } from './privacy.mjs'

/** WeChat's limits for one package and for all of them together. */
const mostOfPackage = 2 * 1024 * 1024
const mostOfAll = 30 * 1024 * 1024

/** Licence texts and settings of DevTools are not part of what goes up. */
const notUploaded = /(\.LICENSE\.txt|^project\.config\.json|\.map)$/

/**
 * Addresses in libraries that nothing calls: names of XML's spaces and the text of an error. The
 * mini-program speaks to its cloud environment only, so the list of request domains stays empty.
 */
const namesNotCalled = new Set(['www.w3.org', 'reactjs.org', 'taro.com'])

/** What only the demonstration has. */
export const localTraces = [
  '/_local/',
  'x-local-openid',
  '本地演示',
  'pages/gallery',
  'pages/local',
]

const fault = (code, name, why) => ({ code, name, why })

const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(path.join(folder, file)).isFile(),
  )

const pagesOf = ({ pages, subPackages = [] }) => [
  ...pages,
  ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => path.posix.join(root, page))),
]

const faultsOfPages = (folder, app, wanted) => {
  const listed = pagesOf(app)
  const inMain = new Set(app.pages)
  return [
    ...wanted
      .filter((page) => !listed.includes(page))
      .map((page) => fault('PACKAGE.PAGE', page, '页面表里没有这一页')),
    ...listed
      .filter((page) => !wanted.includes(page))
      .map((page) => fault('PACKAGE.PAGE', page, '页面表里多了这一页')),
    ...listed.flatMap((page) =>
      ['js', 'json', 'wxml']
        .filter((ending) => !existsSync(path.join(folder, `${page}.${ending}`)))
        .map((ending) => fault('PACKAGE.PAGE', page, `没有编译出 ${page}.${ending}`)),
    ),
    ...(app.tabBar?.list ?? [])
      .filter(({ pagePath }) => !inMain.has(pagePath))
      .map(({ pagePath }) => fault('PACKAGE.PAGE', pagePath, '底部导航的页面不在主包里')),
  ]
}

const faultsOfDomains = (code) =>
  [...new Set([...code.matchAll(/\b(?:https?|wss?):\/\/([\w.-]+)/g)].map(([, host]) => host))]
    .filter((host) => !namesNotCalled.has(host))
    .map((host) =>
      fault('PACKAGE.DOMAIN', host, '程序里有这个地址，小程序只能连自己的云环境，请删去'),
    )

const faultsOfSizes = (folder, { subPackages = [] }) => {
  const roots = subPackages.map(({ root }) => `${root.replace(/\/$/, '')}/`)
  const sizes = new Map()
  for (const file of filesBelow(folder).filter((name) => !notUploaded.test(name))) {
    const own = roots.find((root) => file.startsWith(root)) ?? '主包'
    sizes.set(own, (sizes.get(own) ?? 0) + statSync(path.join(folder, file)).size)
  }
  const all = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0)
  const inKb = (bytes) => `${Math.ceil(bytes / 1024)} KB`
  return [
    ...[...sizes]
      .filter(([, bytes]) => bytes > mostOfPackage)
      .map(([name, bytes]) => fault('PACKAGE.SIZE', name, `${inKb(bytes)}，超过 2 MB`)),
    ...(all > mostOfAll ? [fault('PACKAGE.SIZE', '全部', `${inKb(all)}，超过 30 MB`)] : []),
  ]
}

const faultsOfTraces = (code) =>
  localTraces
    .filter((trace) => code.includes(trace))
    .map((trace) => fault('PACKAGE.LOCAL', trace, '带有本地演示的内容'))

const textOf = (folder, endings) =>
  filesBelow(folder)
    .filter((file) => endings.test(file))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n')

/**
 * @param {string} folder the compiled mini-program
 * @param {readonly string[]} wanted pages that the source names for a deployed build
 * @param {string} envId the cloud environment that it must name
 * @returns {{code: string, name: string, why: string}[]} empty when it may go up
 */
export const faultsOfPackage = (folder, wanted, envId) => {
  const app = JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8'))
  const code = textOf(folder, /\.(js|wxs)$/)
  return [
    ...faultsOfPages(folder, app, wanted),
    ...faultsOfDomains(code),
    ...faultsOfPrivacy(code, app),
    ...faultsOfSizes(folder, app),
    ...faultsOfTraces(code + textOf(folder, /\.(json|wxml)$/)),
    ...(code.includes(`"${envId}"`)
      ? []
      : [fault('PACKAGE.ENVIRONMENT', envId, '编译出的程序没有写着这个环境')]),
  ]
}
