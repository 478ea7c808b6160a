import type { PageStack } from '../page-stack'
import type { Phone } from '../phone'
import { findAllBySelector } from '../tree'
import type { Wx } from './api'

/** There is no layout: every box is empty and at the top left. */
const box = { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0, scrollTop: 0 }

/** `createSelectorQuery`: who is there, not where. */
export const createSelectorQuery = (phone: Phone, stack: () => PageStack) => (): Wx => {
  const asked: { readonly find: () => unknown; readonly tell?: (found: unknown) => void }[] = []
  const boxes = (selector: string) =>
    findAllBySelector(stack().current.node, selector).map(() => box)
  const node = (find: () => unknown): Wx => {
    const ask = (tell?: (found: unknown) => void) => {
      asked.push({ find, tell })
      return query
    }
    const fields = (_wanted: object, tell?: (found: unknown) => void) => ask(tell)
    return { boundingClientRect: ask, scrollOffset: ask, node: ask, fields }
  }
  const query: Wx = {
    in: () => query,
    select: (selector: string) => node(() => boxes(selector)[0] ?? null),
    selectAll: (selector: string) => node(() => boxes(selector)),
    selectViewport: () => node(() => box),
    exec: (done?: (answers: unknown[]) => void) =>
      void phone.timers.setTimeout(() => {
        const answers = asked.map(({ find }) => find())
        asked.forEach(({ tell }, place) => tell?.(answers[place]))
        done?.(answers)
      }),
  }
  return query
}
