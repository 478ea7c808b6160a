import { startPhotoCheck } from '@/cloudfunctions/_files/photo-check'
import { onPush } from '@/cloudfunctions/feedback/check-photo'
import { contentFlag } from '@/cloudfunctions/feedback/content-flag'

describe('the check of a text', () => {
  afterEach(() => jest.useRealTimers())

  it('is given up after a second and a half: the words are kept whatever it says', async () => {
    jest.useFakeTimers()
    const silent = { checkText: () => new Promise<never>(() => undefined) }
    const settled = jest.fn()
    void contentFlag(silent, 'openid', '水渠发黑').then(settled)
    await jest.advanceTimersByTimeAsync(1_499)
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

describe('the check of a photo', () => {
  afterEach(() => jest.useRealTimers())

  const photo = { fileId: 'cloud://a/photo.jpg', url: 'https://example.org/photo.jpg' }
  const started = jest.fn(() => Promise.resolve())
  beforeEach(() => jest.clearAllMocks())

  const check = (answer: Promise<string | null>) =>
    startPhotoCheck(
      {
        wechat: { checkImage: () => answer },
        photoChecks: { started },
      },
      'openid',
      photo,
      0,
    )

  it('that WeChat takes late holds nobody up, and its verdict still finds the photo', async () => {
    jest.useFakeTimers()
    let take: (traceId: string) => void = () => undefined
    const settled = jest.fn()
    void check(new Promise((resolve) => (take = resolve))).then(settled)
    await jest.advanceTimersByTimeAsync(3_000)
    expect(settled).toHaveBeenCalled()
    expect(started).not.toHaveBeenCalled()
    take('late')
    await jest.advanceTimersByTimeAsync(0)
    expect(started).toHaveBeenCalledWith('late', photo.fileId, 0)
  })

  it('that cannot be made leaves the photo as it is', async () => {
    await check(Promise.reject(new Error('no network')))
    await check(Promise.resolve(null))
    expect(started).not.toHaveBeenCalled()
  })

  it.each([
    [{ isrisky: 1 }, 'risky'],
    [{ isrisky: 0 }, 'pass'],
    [{ errcode: 87014 }, 'risky'],
    [{ errcode: 0, result: { suggest: 'review' } }, 'review'],
  ])('also of the first version says what it found: %j', async (said, verdict) => {
    const judge = jest.fn(() => Promise.resolve())
    const photoChecks = { take: () => Promise.resolve(photo.fileId) }
    const push = onPush({ photoChecks, records: { judge } } as never)
    await push({ Event: 'wxa_media_check', trace_id: 'trace', ...said })
    expect(judge).toHaveBeenCalledWith(photo.fileId, verdict)
  })
})
