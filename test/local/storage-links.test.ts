import { createHash } from 'node:crypto'
import { refusal, post, testCloud } from './support/cloud'
import type { TestCloud } from './support/cloud'

let test: TestCloud
let fileID: string
let url: string
beforeAll(async () => {
  test = await testCloud({ startAt: '2026-03-02T09:00:00+08:00' })
  fileID = await upload('a/letters.txt', 'abcdefghij')
  url = await link(fileID, 86_400 * 30)
})

const upload = async (cloudPath: string, text: string) =>
  (await test.app.uploadFile({ cloudPath, fileContent: Buffer.from(text) as never })).fileID
const link = async (id: string, maxAge: number) => {
  const { fileList } = await test.app.getTempFileURL({ fileList: [{ fileID: id, maxAge }] })
  return (fileList[0] as { tempFileURL: string }).tempFileURL
}
const xmlCode = async (response: Response) => /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1]

describe('a range', () => {
  it.each([
    ['bytes=0-0', 206, 'a', 'bytes 0-0/10'],
    ['bytes=2-4', 206, 'cde', 'bytes 2-4/10'],
    ['bytes=7-', 206, 'hij', 'bytes 7-9/10'],
    ['bytes=9-99', 206, 'j', 'bytes 9-9/10'],
    ['bytes=-3', 206, 'hij', 'bytes 7-9/10'],
    ['bytes=-99', 206, 'abcdefghij', 'bytes 0-9/10'],
    ['bytes=4-2', 200, 'abcdefghij', null],
    ['bytes=0-1,4-5', 200, 'abcdefghij', null],
    ['lines=1-2', 200, 'abcdefghij', null],
    ['bytes=-', 200, 'abcdefghij', null],
  ])('%s is answered %d', async (range, status, text, header) => {
    const response = await fetch(url, { headers: { range } })
    expect([response.status, response.headers.get('content-range')]).toEqual([status, header])
    expect(response.headers.get('content-length')).toBe(String(text.length))
    expect(await response.text()).toBe(text)
  })

  it.each(['bytes=10-', 'bytes=10-20', 'bytes=-0'])('%s lies outside', async (range) => {
    const response = await fetch(url, { headers: { range } })
    expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */10'])
    expect(await xmlCode(response)).toBe('InvalidRange')
  })
})

describe('a condition', () => {
  const ETAG = '"a925576942e94b2ef57a066101b48876"'
  const BEFORE = 'Sun, 01 Mar 2026 00:00:00 GMT'
  const AFTER = 'Tue, 03 Mar 2026 00:00:00 GMT'

  it.each([
    [{ 'if-none-match': ETAG }, 304],
    [{ 'if-none-match': `"x", W/${ETAG}` }, 304],
    [{ 'if-none-match': '*' }, 304],
    [{ 'if-none-match': '"x"' }, 200],
    [{ 'if-none-match': '"x"', 'if-modified-since': AFTER }, 200],
    [{ 'if-modified-since': AFTER }, 304],
    [{ 'if-modified-since': BEFORE }, 200],
    [{ 'if-modified-since': 'nonsense' }, 200],
    [{ 'if-match': ETAG }, 200],
    [{ 'if-match': '"x"' }, 412],
    [{ 'if-unmodified-since': BEFORE }, 412],
    [{ 'if-unmodified-since': AFTER }, 200],
    [{ range: 'bytes=0-1', 'if-range': ETAG }, 206],
    [{ range: 'bytes=0-1', 'if-range': '"x"' }, 200],
  ])('%j is answered %d', async (headers, status) => {
    const response = await fetch(url, { headers })
    expect(response.status).toBe(status)
    expect(response.headers.get('etag')).toBe(status === 412 ? null : ETAG)
  })
})

describe('a link', () => {
  it('without a life holds for a day, on the local clock', async () => {
    const id = await upload('l/day.txt', 'x')
    const { fileList } = await test.app.getTempFileURL({ fileList: [id] })
    const { tempFileURL } = fileList[0] as { tempFileURL: string }
    await test.cloud.clock.jump(test.cloud.clock.now() + 86_390_000)
    expect((await fetch(tempFileURL)).status).toBe(200)
    await test.cloud.clock.jump(test.cloud.clock.now() + 11_000)
    const late = await fetch(tempFileURL)
    expect([late.status, await late.text()]).toEqual([
      403,
      expect.stringMatching(/<Code>AccessDenied<\/Code>\s*<Message>Request has expired/) as string,
    ])
  })

  it('that was never signed, forged, or moved to another file is denied with COS’s words', async () => {
    const other = await link(await upload('l/other.txt', 'secret'), 600)
    for (const wrong of [
      url.split('?')[0]!,
      url.replace(/sign=\w{4}/, 'sign=0000'),
      url.replace('a/letters.txt', 'l/other.txt'),
      other.replace(/t=\d+/, 't=9999999999999'),
      other.replace(/sign=\w+/, 'sign=%00'),
    ]) {
      const response = await fetch(wrong)
      expect(response.status).toBe(403)
      expect(response.headers.get('content-type')).toMatch(/^application\/xml/)
      expect(response.headers.get('x-cos-request-id')).toBeTruthy()
      expect(await xmlCode(response)).toBe('AccessDenied')
    }
  })

  it('to a file that went is a 404, by HEAD too, and the SDK says that the download failed', async () => {
    const id = await upload('l/gone.txt', 'x')
    const gone = await link(id, 600)
    const meta = test.app.downloadFile.bind(test.app)
    await test.app.deleteFile({ fileList: [id] })
    expect(await xmlCode(await fetch(gone))).toBe('NoSuchKey')
    const head = await fetch(gone, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([404, ''])
    expect((await refusal(meta({ fileID: id })))?.code).toBe('STORAGE_FILE_NONEXIST')
  })

  it('is made for each file of a list in its order, duplicates and strangers too', async () => {
    const none = fileID.replace('letters', 'none')
    const stranger = fileID.replace('local-env.', 'other-env.')
    const { fileList } = await test.app.getTempFileURL({
      fileList: [none, fileID, { fileID, maxAge: 60 }, stranger, 'not an id'],
    } as never)
    expect((fileList as Array<{ code: string }>).map(({ code }) => code)).toEqual([
      'STORAGE_FILE_NONEXIST',
      'SUCCESS',
      'SUCCESS',
      'STORAGE_FILE_NONEXIST',
      'STORAGE_FILE_NONEXIST',
    ])
  })

  it('may be asked for 50 files, not 51; the same for deleting', async () => {
    const ids = (count: number) => Array.from({ length: count }, (_unused, n) => `${fileID}${n}`)
    expect((await test.app.getTempFileURL({ fileList: ids(50) })).fileList).toHaveLength(50)
    expect((await refusal(test.app.getTempFileURL({ fileList: ids(51) })))?.code).toBe(
      'INVALID_PARAM',
    )
    expect((await test.app.deleteFile({ fileList: ids(50) })).fileList).toHaveLength(50)
    expect((await refusal(test.app.deleteFile({ fileList: ids(51) })))?.code).toBe('INVALID_PARAM')
  })
})

const MD5_OF_X = createHash('md5').update('x').digest('base64')

describe('an upload', () => {
  const target = async (path: string) =>
    (
      (await test.app.getUploadMetadata({ cloudPath: path })) as {
        data: { url: string; authorization: string; fileId: string }
      }
    ).data
  const put = (to: string, authorization: string, headers: Record<string, string> = {}) =>
    fetch(to, { method: 'PUT', headers: { authorization, ...headers }, body: 'x' })

  it('needs the signature of its own path, within 15 minutes', async () => {
    const { url: to, authorization } = await target('u/a.txt')
    expect(await xmlCode(await put(to.replace('a.txt', 'b.txt'), authorization))).toBe(
      'SignatureDoesNotMatch',
    )
    expect(await xmlCode(await put(to, 'nonsense'))).toBe('SignatureDoesNotMatch')
    expect(await xmlCode(await put(to, ''))).toBe('AccessDenied')
    expect((await put(to, authorization)).status).toBe(200)
    await test.cloud.clock.jump(test.cloud.clock.now() + 15 * 60_000)
    const late = await put(to, authorization)
    expect(await late.text()).toMatch(/AccessDenied[^]*Request has expired/)
  })

  it('is not let in by a link to read, nor does what lets one write read anything', async () => {
    const { url: to, authorization, fileId } = await target('u/read.txt')
    expect((await put(to, authorization)).status).toBe(200)
    const toRead = new URL(await link(fileId, 600))
    const { sign, t } = Object.fromEntries(toRead.searchParams)
    const written = await fetch(to, {
      method: 'PUT',
      headers: { authorization: `${t}.${sign}` },
      body: 'changed',
    })
    expect(await xmlCode(written)).toBe('SignatureDoesNotMatch')
    expect(await (await fetch(toRead)).text()).toBe('x')
    const [expires = '', signed = ''] = authorization.split('.')
    toRead.search = new URLSearchParams({ sign: signed, t: expires }).toString()
    expect(await xmlCode(await fetch(toRead))).toBe('AccessDenied')
  })

  it('whose bytes are not those of its digest is refused, and the old file stays', async () => {
    const { url: to, authorization, fileId } = await target('u/digest.txt')
    expect((await put(to, authorization, { 'content-md5': MD5_OF_X })).status).toBe(200)
    const wrong = await fetch(to, {
      method: 'PUT',
      headers: { authorization, 'content-md5': MD5_OF_X },
      body: 'y',
    })
    expect(await xmlCode(wrong)).toBe('BadDigest')
    expect(String((await test.app.downloadFile({ fileID: fileId })).fileContent)).toBe('x')
  })
})

describe('a copy', () => {
  const copy = async (file: Record<string, unknown>) =>
    (await test.app.copyFile({ fileList: [file] } as never)).fileList[0] as { code: string }
  const text = async (path: string) =>
    String(
      (await test.app.downloadFile({ fileID: fileID.replace('a/letters.txt', path) })).fileContent,
    )

  it('replaces its target unless told not to', async () => {
    await upload('c/one/f.txt', 'one')
    await upload('c/two/f.txt', 'two')
    expect(
      await copy({ srcPath: 'c/one/f.txt', dstPath: 'c/two/f.txt', overwrite: false }),
    ).toMatchObject({ code: 'STORAGE_FILE_EXIST' })
    expect(await text('c/two/f.txt')).toBe('two')
    expect(await copy({ srcPath: 'c/one/f.txt', dstPath: 'c/two/f.txt' })).toMatchObject({
      code: 'SUCCESS',
      fileId: fileID.replace('a/letters.txt', 'c/two/f.txt'),
    })
    expect(await text('c/two/f.txt')).toBe('one')
    expect(await text('c/one/f.txt')).toBe('one')
  })

  it('with removeOriginal moves, over an existing target too', async () => {
    await upload('m/one/f.txt', 'one')
    await upload('m/two/f.txt', 'two')
    expect(
      await copy({ srcPath: 'm/one/f.txt', dstPath: 'm/two/f.txt', removeOriginal: true }),
    ).toMatchObject({ code: 'SUCCESS' })
    expect(await text('m/two/f.txt')).toBe('one')
    expect((await refusal(text('m/one/f.txt')))?.code).toBe('STORAGE_FILE_NONEXIST')
  })

  it('of what is not there says so; paths and file ids both name a source', async () => {
    expect(await copy({ srcPath: 'c/none/f.txt', dstPath: 'c/x/f.txt' })).toMatchObject({
      code: 'STORAGE_FILE_NONEXIST',
    })
    expect(await copy({ srcPath: fileID, dstPath: 'c/id/letters.txt' })).toMatchObject({
      code: 'SUCCESS',
    })
    expect(await text('c/id/letters.txt')).toBe('abcdefghij')
  })

  it('onto itself is refused and harms nothing, also when the original should go', async () => {
    for (const target of ['a/letters.txt', fileID]) {
      const answer = await post(test.cloud, {
        action: 'storage.batchCopyFile',
        file_list: [{ src_path: 'a/letters.txt', dst_path: target, remove_original: true }],
      })
      expect(answer).toMatchObject({ code: 'INVALID_PARAM' })
    }
    expect(await text('a/letters.txt')).toBe('abcdefghij')
  })
})

it('only the administrator reads by himself: a person’s authority is asked for and denied', async () => {
  process.env.WX_CONTEXT_KEYS = 'WX_OPENID'
  process.env.WX_OPENID = 'oPerson'
  process.env.LOGINTYPE = 'WECHAT-MINI'
  try {
    const { data } = await test.app.getFileAuthority({
      fileList: [
        { path: 'a/letters.txt', type: 'READ' },
        { path: 'a/none.txt', type: 'WRITE' },
      ],
    })
    expect(data).toEqual([
      { path: 'a/letters.txt', cosFileId: expect.any(String) as string, read: false },
      { path: 'a/none.txt', cosFileId: expect.any(String) as string, read: false },
    ])
  } finally {
    delete process.env.WX_CONTEXT_KEYS
    delete process.env.WX_OPENID
    delete process.env.LOGINTYPE
  }
})
