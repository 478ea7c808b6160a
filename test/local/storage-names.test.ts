import { createReadStream, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { refusal, temporaryFolder, testCloud } from './support/cloud'
import type { TestCloud } from './support/cloud'

let test: TestCloud
beforeAll(async () => {
  test = await testCloud()
})

const upload = (cloudPath: string, content: Buffer | string) =>
  test.app.uploadFile({ cloudPath, fileContent: Buffer.from(content) as never })

const NAMES = [
  'plain.txt',
  '目录/子目录/整改 报告（第1版）.docx',
  'with space.txt',
  'percent%.txt',
  'percent%20encoded.txt',
  'percent%2525twice.txt',
  'percent%zz.txt',
  'question?.txt',
  'hash#tag.txt',
  'plus+plus.txt',
  'and&equals=.txt',
  'pipe|pipe.txt',
  'back\\slash.txt',
  'quote"single\'.txt',
  'brackets[1]{2}<3>.txt',
  'colon:semi;comma,at@tilde~dollar$star*.txt',
  'emoji-🏭-👩‍🔬.png',
  '%',
  '?#%&+ ',
  '.hidden',
  'no-extension',
  'x'.repeat(850),
  '%'.repeat(850),
  '字'.repeat(283),
]

describe.each(NAMES)('a file named %s', (name) => {
  it('comes back by each way of reading, and can be replaced and deleted', async () => {
    const { fileID } = await upload(name, 'words')
    expect(fileID.endsWith(`/${name}`)).toBe(true)
    for (const urlType of [undefined, 'COS_URL'] as const) {
      const { fileContent } = await test.app.downloadFile({
        fileID,
        ...(urlType ? { urlType } : {}),
      } as never)
      expect(String(fileContent)).toBe('words')
    }
    const [link] = (await test.app.getTempFileURL({ fileList: [fileID] })).fileList as Array<{
      tempFileURL: string
    }>
    expect(await (await fetch(link!.tempFileURL)).text()).toBe('words')
    const { fileList } = await test.app.getFileInfo({ fileList: [fileID] })
    expect(fileList[0]).toMatchObject({ code: 'SUCCESS', size: 5 })
    await upload(name, 'other')
    expect(String((await test.app.downloadFile({ fileID })).fileContent)).toBe('other')
    expect((await test.app.deleteFile({ fileList: [fileID] })).fileList).toEqual([
      { code: 'SUCCESS', fileID },
    ])
    expect((await refusal(test.app.downloadFile({ fileID })))?.code).toBe('STORAGE_FILE_NONEXIST')
  })
})

it.each([
  ['', 'empty'],
  ['/a', 'begins with /'],
  ['a//b', 'empty part'],
  ['a/./b', 'dot'],
  ['a/../b', 'two dots'],
  ['a/', 'ends with /'],
  ['a\nb', 'line break'],
  ['a\u0000b', 'control character'],
  ['a\ud800b', 'half a character'],
  ['x'.repeat(851), '851 bytes'],
  ['字'.repeat(284), '852 bytes'],
])('no file can be named %j (%s)', async (path) => {
  expect((await refusal(test.app.getUploadMetadata({ cloudPath: path })))?.code).toBe(
    'INVALID_PARAM',
  )
})

describe('what is uploaded', () => {
  it('may be empty', async () => {
    const { fileID } = await upload('empty.bin', '')
    expect((await test.app.downloadFile({ fileID })).fileContent).toHaveLength(0)
    const { fileList } = await test.app.getFileInfo({ fileList: [fileID] })
    expect(fileList[0]).toMatchObject({ code: 'SUCCESS', size: 0 })
  })

  it('keeps every byte, also of a stream and into a file', async () => {
    const folder = temporaryFolder()
    const bytes = Buffer.from(Array.from({ length: 3_000_000 }, (_unused, n) => (n * 31) & 255))
    writeFileSync(join(folder, 'in.bin'), bytes)
    const { fileID } = await test.app.uploadFile({
      cloudPath: 'bytes.bin',
      fileContent: createReadStream(join(folder, 'in.bin')),
    })
    const { fileContent } = await test.app.downloadFile({ fileID })
    expect(Buffer.compare(fileContent as Buffer, bytes)).toBe(0)
    const out = join(folder, 'out.bin')
    await test.app.downloadFile({ fileID, tempFilePath: out })
    const deadline = Date.now() + 5_000
    // The SDK answers when the download begins.
    while (Date.now() < deadline && readLength(out) < bytes.length)
      await new Promise((resolve) => setTimeout(resolve, 10))
    expect(Buffer.compare(readFileSync(out), bytes)).toBe(0)
  })

  it('has a type by its name unless the upload names one', async () => {
    const types = async (path: string, named?: string) => {
      const { data } = (await test.app.getUploadMetadata({ cloudPath: path })) as {
        data: { url: string; authorization: string; fileId: string }
      }
      const put = await fetch(data.url, {
        method: 'PUT',
        headers: { authorization: data.authorization, ...(named ? { 'content-type': named } : {}) },
        body: Buffer.from('x'),
      })
      expect(put.status).toBe(200)
      const { fileList } = await test.app.getFileInfo({ fileList: [data.fileId] })
      return (fileList[0] as { contentType: string; mime: string }).mime
    }
    expect(await types('t/a.JPG')).toBe('image/jpeg')
    expect(await types('t/a.unknown')).toBe('application/octet-stream')
    expect(await types('t/b.jpg', 'image/webp')).toBe('image/webp')
    expect(await types('t/c.txt', 'text/plain; charset=gbk')).toBe('text/plain')
  })
})

function readLength(file: string): number {
  try {
    return readFileSync(file).length
  } catch {
    return -1
  }
}
