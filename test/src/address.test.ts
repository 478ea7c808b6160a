import { keepInAddress } from '@/src/platform/address'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('./fake-taro')>('./fake-taro'))

const ledger = 'subpackages/unit/ledger/index'

/** A browser at an address, as far as an address goes. */
const browserAt = (hash: string) => {
  const written: string[] = []
  const history = {
    state: null,
    replaceState: (_: unknown, __: string, to: string) => written.push(to),
  }
  Object.assign(globalThis, { window: { location: { hash }, history } })
  return written
}

describe('what a page shows stands in its own address', () => {
  const before = process.env.TARO_ENV
  beforeEach(() => {
    process.env.TARO_ENV = 'h5'
  })
  afterEach(() => {
    process.env.TARO_ENV = before
    Reflect.deleteProperty(globalThis, 'window')
  })

  it('as long as that page is the one addressed', () => {
    const written = browserAt(`#/${ledger}?state=draft`)
    keepInAddress(ledger, { q: '机耕路', sort: null })
    expect(written).toEqual([`#/${ledger}?q=${encodeURIComponent('机耕路')}`])
  })

  it('and never in that of a page which a tap has opened meanwhile', () => {
    const written = browserAt('#/subpackages/unit/task/index?id=t1')
    keepInAddress(ledger, { q: '机耕路' })
    expect(written).toEqual([])
  })
})
