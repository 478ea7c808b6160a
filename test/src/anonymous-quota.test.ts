import { memory } from './fake-taro'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('./fake-taro')>('./fake-taro'))

type Quota = typeof import('@/src/features/feedback/report/anonymous-quota')
type Receipts = typeof import('@/src/features/feedback/report/receipts')
type Outbox = typeof import('@/src/platform/outbox')
type Clock = typeof import('@/src/platform/clock')

let quota: Quota
let receipts: Receipts
let outbox: Outbox
let clock: Clock

beforeAll(async () => {
  quota = await import('@/src/features/feedback/report/anonymous-quota')
  receipts = await import('@/src/features/feedback/report/receipts')
  outbox = await import('@/src/platform/outbox')
  clock = await import('@/src/platform/clock')
})
const start = Date.parse('2019-11-18T09:00:00+08:00')
beforeEach(() => {
  memory.clear()
  clock.learnServerClock(start)
})

describe('reports without a name from one phone', () => {
  it('are ten in an hour; the next one may go an hour later', () => {
    for (let sent = 0; sent < 10; sent += 1) {
      expect(quota.mayReportAnonymously()).toBe(true)
      quota.countAnonymous()
    }
    expect(quota.mayReportAnonymously()).toBe(false)
    clock.learnServerClock(start + 3_600_000)
    expect(quota.mayReportAnonymously()).toBe(true)
  })

  it('count too while they wait for a network', async () => {
    for (let kept = 0; kept < 10; kept += 1)
      await outbox.keepForSending('feedback.submit', { protection: 'anonymous', nth: kept })
    expect(quota.mayReportAnonymously()).toBe(false)
  })

  it('leave no count when the last receipt is taken from the phone', () => {
    quota.countAnonymous()
    receipts.forgetReceipt('K7M294QXACDF')
    expect([...memory.keys()].filter((key) => key.includes('anonymousSent'))).toEqual([])
  })
})
