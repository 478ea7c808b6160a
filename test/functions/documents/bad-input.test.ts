import { startApp, type TestApp } from '../../support/app'
import { buildOrganization } from '../../support/organization'
import { item, listOf, type Office, openOffice } from './office'

let app: TestApp
let office: Office

beforeAll(async () => {
  app = await startApp()
  office = openOffice(app, await buildOrganization(app))
})
afterAll(() => app.close())

const megabytes = (count: number) => count * 1024 * 1024
const list = listOf([item('一'), item('二')])
const announce = (fileName: string, size: number) =>
  office.refusal('coordinator', 'documents.prepareUpload', { fileName, size })

describe('a document to import', () => {
  test.each(['清单.exe', '清单.doc', '清单', 'txt'])('is refused by its name: %s', async (name) => {
    expect(await announce(name, 100)).toBe('FILE.TYPE')
  })

  test.each(['清单.TXT', '清单.docx', '清单.xlsx', '清单.pdf'])(
    'may be called %s',
    async (fileName) => {
      const input = { fileName, size: 100 }
      const { target } = await office.ok('coordinator', 'documents.prepareUpload', input)
      expect(target.method).toBe('PUT')
    },
  )

  test('may have 20 MB and not one byte more', async () => {
    const input = { fileName: 'a.pdf', size: megabytes(20) }
    await office.ok('coordinator', 'documents.prepareUpload', input)
    expect(await announce('a.pdf', megabytes(20) + 1)).toBe('FILE.TOO_LARGE')
  })

  test('that is another than announced is refused', async () => {
    const bytes = Buffer.from(list)
    const fileId = await office.upload('coordinator', 'a.txt', bytes, bytes.length + 1)
    const input = { fileId, fileName: 'a.txt', roundName: '回头看' }
    expect(await office.refusal('coordinator', 'documents.startImport', input)).toBe('FILE.CHANGED')
  })

  test('that was never uploaded, or that nobody announced, is missing', async () => {
    const announced = { fileName: 'a.txt', size: 10 }
    const { target } = await office.ok('coordinator', 'documents.prepareUpload', announced)
    for (const fileId of [target.fileId, 'cloud://local/lists/made-up.txt']) {
      const input = { fileId, fileName: 'a.txt', roundName: '回头看' }
      expect(await office.refusal('coordinator', 'documents.startImport', input)).toBe(
        'FILE.MISSING',
      )
    }
  })

  test('of another person is missing', async () => {
    const fileId = await office.upload('coordinator', 'a.txt', Buffer.from(list))
    const input = { fileId, fileName: 'a.txt', roundName: '回头看' }
    expect(await office.refusal('otherCoordinator', 'documents.startImport', input)).toBe(
      'FILE.MISSING',
    )
  })

  test.each([
    ['今天开会研究了环保工作,大家发言踊跃。', 'a.txt', 'IMPORT.NOT_A_LIST'],
    [' \n \n', 'a.txt', 'IMPORT.EMPTY'],
    ['%PDF-1.7 broken', 'a.pdf', 'IMPORT.BROKEN_PDF'],
    ['no zip at all', 'a.docx', 'IMPORT.BROKEN_DOCX'],
    ['no zip at all', 'a.xlsx', 'IMPORT.BROKEN_XLSX'],
  ])('that holds %j as %s is refused with %s', async (content, fileName, code) => {
    const before = await office.ok('coordinator', 'documents.listBatches', {})
    expect(await office.unreadable(Buffer.from(content), fileName)).toBe(code)
    expect(await office.ok('coordinator', 'documents.listBatches', {})).toEqual(before)
  })

  test('without a name for the round is not read', async () => {
    const fileId = await office.upload('coordinator', 'a.txt', Buffer.from(list))
    const input = { fileId, fileName: 'a.txt', roundName: ' ' }
    expect(await office.refusal('coordinator', 'documents.startImport', input)).toBe(
      'INPUT.INVALID',
    )
  })

  test('a draft or a list that does not exist is not found', async () => {
    const { id: batchId } = await office.read('coordinator', list)
    const draft = { batchId, index: 99 }
    expect(await office.refusal('coordinator', 'documents.getDraft', draft)).toBe('THING.NOT_FOUND')
    const other = { batchId: 'made-up' }
    expect(await office.refusal('coordinator', 'documents.getBatch', other)).toBe('THING.NOT_FOUND')
  })
})
