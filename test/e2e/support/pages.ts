import type { AppJson } from '../../weapp/simulator/phone'

// What Taro's build gives the configuration files.
Object.assign(globalThis, { defineAppConfig: (config: unknown) => config })
const { default: app } = jest.requireActual<{ default: AppJson }>('@/src/app.config')

/** Every page that a deployed build has, by its route. */
export const everyPage: readonly string[] = [
  ...app.pages,
  ...(app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
]
