import { CallError } from '@/src/platform/call-error'
import { Intention } from '@/src/platform/intention'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('./fake-taro')>('./fake-taro'))

describe('the key of an intention', () => {
  it.each(['CLIENT.OFFLINE', 'CLIENT.TIMEOUT', 'THING.BUSY', 'INTERNAL'] as const)(
    'stays after %s, when the call may have arrived',
    async (code) => {
      const intention = new Intention()
      const first = await intention.keyFor({ a: 1 })
      intention.failed(new CallError(code))
      expect(await intention.keyFor({ a: 1 })).toBe(first)
    },
  )

  it('is another one after a refusal, which is an answer', async () => {
    const intention = new Intention()
    const first = await intention.keyFor({ a: 1 })
    intention.failed(new CallError('INPUT.INVALID'))
    expect(await intention.keyFor({ a: 1 })).not.toBe(first)
  })

  it('is another one for another input, and after it was done', async () => {
    const intention = new Intention()
    const first = await intention.keyFor({ a: 1 })
    const second = await intention.keyFor({ a: 2 })
    expect(second).not.toBe(first)
    intention.answered()
    expect(await intention.keyFor({ a: 2 })).not.toBe(second)
  })
})
