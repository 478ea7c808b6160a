import { readFileSync, createReadStream, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { refusal, temporaryFolder, testCloud } from './support/cloud'
import type { TestCloud } from './support/cloud'

const PATH = '目录/a|b 1%?#.txt'

describe.each([
  ['in memory', () => undefined],
  ['on disk', () => temporaryFolder()],
])('storage %s', (_name, data) => {
  let test: TestCloud
  let folder: string | undefined
  beforeAll(async () => {
    folder = data()
    test = await testCloud({
      mostUploadBytes: 1000,
      ...(folder === undefined ? {} : { data: folder }),
    })
  })

  const upload = (cloudPath: string, text: string) =>
    test.app.uploadFile({ cloudPath, fileContent: Buffer.from(text) as never })
  const link = async (fileID: string, maxAge = 600) => {
    const { fileList } = await test.app.getTempFileURL({ fileList: [{ fileID, maxAge }] })
    return fileList[0] as { code: string; tempFileURL: string }
  }

  it('gives back what was uploaded, under any path', async () => {
    const { fileID } = await upload(PATH, 'words')
    expect(fileID).toMatch(/^cloud:\/\/local-env\./)
    expect(fileID.endsWith(`/${PATH}`)).toBe(true)
    const { fileContent } = await test.app.downloadFile({ fileID })
    expect(String(fileContent)).toBe('words')
    const direct = await fetch((await link(fileID)).tempFileURL)
    expect(await direct.text()).toBe('words')
  })

  it('takes a stream, and tells type and size', async () => {
    const file = join(temporaryFolder(), 'x.png')
    writeFileSync(file, Buffer.alloc(300, 7))
    const { fileID } = await test.app.uploadFile({
      cloudPath: 'p/x.png',
      fileContent: createReadStream(file),
    })
    const { fileList } = await (
      test.app as unknown as { getFileInfo: (o: unknown) => Promise<{ fileList: unknown[] }> }
    ).getFileInfo({ fileList: [fileID] })
    expect(fileList[0]).toMatchObject({ code: 'SUCCESS', size: 300, contentType: 'image/png' })
  })

  it('replaces, copies, moves and deletes', async () => {
    const { fileID } = await upload('r/one.txt', 'first')
    await upload('r/one.txt', 'second')
    expect(String((await test.app.downloadFile({ fileID })).fileContent)).toBe('second')
    const copy = (
      test.app as unknown as {
        copyFile: (o: unknown) => Promise<{ fileList: Array<{ code: string }> }>
      }
    ).copyFile.bind(test.app)
    await copy({ fileList: [{ srcPath: 'r/one.txt', dstPath: 's/one.txt' }] })
    await copy({ fileList: [{ srcPath: 's/one.txt', dstPath: 't/one.txt', removeOriginal: true }] })
    const kept = await copy({
      fileList: [{ srcPath: 'r/one.txt', dstPath: 't/one.txt', overwrite: false }],
    })
    expect(kept.fileList[0]?.code).not.toBe('SUCCESS')
    const moved = fileID.replace('/r/', '/t/')
    expect(String((await test.app.downloadFile({ fileID: moved })).fileContent)).toBe('second')
    expect((await link(fileID.replace('/r/', '/s/'))).code).toBe('STORAGE_FILE_NONEXIST')
    const deleted = await test.app.deleteFile({ fileList: [fileID, fileID] })
    expect(deleted.fileList.map(({ code }: { code: string }) => code)).toEqual([
      'SUCCESS',
      'STORAGE_FILE_NONEXIST',
    ])
    expect((await refusal(test.app.downloadFile({ fileID })))?.code).toBe('STORAGE_FILE_NONEXIST')
  })

  it('answers a link until it expires on the local clock, HEAD and ranges too', async () => {
    const { fileID } = await upload('l/page.html', '<script>')
    const { tempFileURL } = await link(fileID, 60)
    const whole = await fetch(tempFileURL)
    expect(whole.status).toBe(200)
    // Stored pages share the application's origin here.
    expect(whole.headers.get('content-security-policy')).toBe('sandbox')
    expect(whole.headers.get('x-content-type-options')).toBe('nosniff')
    const head = await fetch(tempFileURL, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '8'])
    const part = await fetch(tempFileURL, { headers: { range: 'bytes=1-3' } })
    expect([part.status, await part.text()]).toEqual([206, 'scr'])
    await test.cloud.clock.jump(test.cloud.clock.now() + 59_000)
    expect((await fetch(tempFileURL)).status).toBe(200)
    await test.cloud.clock.jump(test.cloud.clock.now() + 2_000)
    expect((await fetch(tempFileURL)).status).toBe(403)
  })

  it('answers no link that was changed or never signed', async () => {
    const { fileID } = await upload('l/a.txt', 'a')
    await upload('l/b.txt', 'b')
    const { tempFileURL } = await link(fileID)
    expect((await fetch(tempFileURL.replace('/l/a.txt', '/l/b.txt'))).status).toBe(403)
    expect((await fetch(tempFileURL.replace(/t=\d+/, 't=99999999999999'))).status).toBe(403)
    expect((await fetch(tempFileURL.split('?')[0]!)).status).toBe(403)
  })

  it('takes an upload only with its own signature, and only up to the limit', async () => {
    const target = (
      (await test.app.getUploadMetadata({ cloudPath: 'u/a.txt' })) as {
        data: { url: string; authorization: string }
      }
    ).data
    const put = (url: string, authorization: string, body: string) =>
      fetch(url, { method: 'PUT', headers: { authorization }, body })
    const wrong = await put(target.url.replace('a.txt', 'b.txt'), target.authorization, 'x')
    expect(wrong.status).toBe(403)
    expect(await wrong.text()).toContain('<Code>SignatureDoesNotMatch</Code>')
    expect((await put(target.url, '', 'x')).status).toBe(403)
    expect(await (await put(target.url, target.authorization, 'x'.repeat(1001))).text()).toContain(
      '<Code>EntityTooLarge</Code>',
    )
    const right = await put(target.url, target.authorization, 'x'.repeat(1000))
    expect([right.status, await right.text()]).toEqual([200, ''])
    const large = await refusal(upload('u/large.txt', 'x'.repeat(2_000_000)))
    expect(large).toMatchObject({
      code: 'STORAGE_REQUEST_FAIL',
      message: expect.stringContaining('EntityTooLarge') as string,
    })
    expect((await link('cloud://local-env.x/u/large.txt')).code).toBe('STORAGE_FILE_NONEXIST')
    await test.cloud.clock.jump(test.cloud.clock.now() + 16 * 60_000)
    expect((await put(target.url, target.authorization, 'x')).status).toBe(403)
    if (folder !== undefined)
      expect(readdirSync(join(folder, 'files')).filter((name) => name.endsWith('.part'))).toEqual(
        [],
      )
  })

  it('refuses more than 50 links at once, paths that climb, and files of another environment', async () => {
    const many = Array.from({ length: 51 }, (_unused, n) => `cloud://local-env.x/f${n}`)
    expect((await refusal(test.app.getTempFileURL({ fileList: many })))?.code).toBe('INVALID_PARAM')
    expect((await test.app.getTempFileURL({ fileList: many.slice(1) })).fileList).toHaveLength(50)
    for (const path of ['../x', 'a/../x', '/x', 'a//x', '']) {
      expect((await refusal(test.app.getUploadMetadata({ cloudPath: path })))?.code).toBe(
        'INVALID_PARAM',
      )
    }
    const { fileID } = await upload('e/a.txt', 'a')
    expect((await link(fileID.replace('local-env.', 'other-env.'))).code).toBe(
      'STORAGE_FILE_NONEXIST',
    )
  })
})

it('keeps files across a restart', async () => {
  const data = temporaryFolder()
  const first = await testCloud({ data })
  const { fileID } = await first.app.uploadFile({
    cloudPath: 'k/a.txt',
    fileContent: Buffer.from('kept') as never,
  })
  await first.cloud.close()
  const second = await testCloud({ data })
  expect(String((await second.app.downloadFile({ fileID })).fileContent)).toBe('kept')
  expect(readdirSync(join(data, 'files'))).toHaveLength(1)
  expect(readFileSync(join(data, 'files', readdirSync(join(data, 'files'))[0]!), 'utf8')).toBe(
    'kept',
  )
})
