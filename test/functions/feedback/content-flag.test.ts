import { contentFlag } from '@/cloudfunctions/feedback/content-flag'

describe('the check of a text', () => {
  afterEach(() => jest.useRealTimers())

  it('is given up after three seconds: the words are safe already', async () => {
    jest.useFakeTimers()
    const silent = { checkText: () => new Promise<never>(() => undefined) }
    const settled = jest.fn()
    void contentFlag(silent, 'openid', '水渠发黑').then(settled)
    await jest.advanceTimersByTimeAsync(2_999)
    expect(settled).not.toHaveBeenCalled()
    await jest.advanceTimersByTimeAsync(1)
    expect(settled).toHaveBeenCalledWith('unchecked')
  })

  it('is not asked about nothing, nor without an openid', async () => {
    const checkText = jest.fn()
    expect(await contentFlag({ checkText }, 'openid', ' ')).toBeNull()
    expect(await contentFlag({ checkText }, null, '水渠发黑')).toBe('unchecked')
    expect(checkText).not.toHaveBeenCalled()
  })
})
