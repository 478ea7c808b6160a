import type { PageStack } from '../page-stack'
import type { Phone } from '../phone'
import { findAllBySelector } from '../tree'
import type { Wx } from './api'

type Answer = object | object[] | null
type Callback = (answer: Answer) => void

/** There is no layout: every box is empty and at the top left. */
const emptyBox = {
  left: 0,
  top: 0,
  right: 0,
  bottom: 0,
  width: 0,
  height: 0,
  scrollLeft: 0,
  scrollTop: 0,
  node: null,
  dataset: {},
}

/** `createSelectorQuery`: who is there, not where. */
export const createSelectorQuery = (phone: Phone, stack: () => PageStack) => (): Wx => {
  const asked: { readonly find: () => Answer; readonly tell: Callback | undefined }[] = []
  const query: Wx = {
    in: () => query,
    select: (selector: string) =>
      node(() => (findAllBySelector(stack().current.node, selector).length > 0 ? emptyBox : null)),
    selectAll: (selector: string) =>
      node(() => findAllBySelector(stack().current.node, selector).map(() => emptyBox)),
    selectViewport: () => node(() => emptyBox),
    exec: (done?: (answers: Answer[]) => void) =>
      void phone.timers.setTimeout(() => {
        const answers = asked.map(({ find }) => find())
        asked.forEach(({ tell }, place) => tell?.(answers[place]!))
        done?.(answers)
      }),
  }
  const node = (find: () => Answer): Wx => {
    const ask = (tell?: Callback): Wx => {
      asked.push({ find, tell })
      return query
    }
    const fields = (_wanted: object, tell?: Callback) => ask(tell)
    return { boundingClientRect: ask, scrollOffset: ask, node: ask, context: ask, fields }
  }
  return query
}
