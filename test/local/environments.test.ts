import tcb from '@cloudbase/node-sdk'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runArchiveCommand } from '@/local/archive/run-archive-command'
import { startLocalCloud } from '@/local/start-local-cloud'
import type { LocalCloud } from '@/local/start-local-cloud'
import { post, refusal, temporaryFolder, testCloud } from './support/cloud'

const appIn = ({ endpoint }: LocalCloud, env: string) =>
  tcb.init({ env, secretId: 'any', secretKey: 'any', serviceUrl: endpoint } as never)

describe('environments', () => {
  it('have databases of their own', async () => {
    const { cloud, db } = await testCloud()
    const other = appIn(cloud, 'other-env').database()
    await db.createCollection('c')
    await db.collection('c').add({ _id: 'a', of: 'main' })
    expect(await refusal(other.collection('c').get())).toMatchObject({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
    })
    await other.createCollection('c')
    await other.collection('c').add({ _id: 'a', of: 'other' })
    expect((await db.collection('c').doc('a').get()).data).toEqual([{ _id: 'a', of: 'main' }])
    expect((await other.collection('c').doc('a').get()).data).toEqual([{ _id: 'a', of: 'other' }])
  })

  it('do not know each other’s transactions', async () => {
    const { cloud, db } = await testCloud()
    await db.createCollection('c')
    const { transactionId } = await post(cloud, { action: 'database.startTransaction' })
    const elsewhere = { action: 'database.commitTransaction', transactionId, envName: 'other-env' }
    expect(await post(cloud, elsewhere)).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
    expect(await post(cloud, { ...elsewhere, envName: '' })).not.toHaveProperty('code')
  })

  it('have files of their own, whose ids name them', async () => {
    const { cloud, app } = await testCloud()
    const other = appIn(cloud, 'other-env')
    const upload = (to: typeof app, text: string) =>
      to.uploadFile({ cloudPath: '目录/a?.txt', fileContent: Buffer.from(text) })
    const [mine, theirs] = [await upload(app, 'main'), await upload(other, 'other')]
    expect(mine.fileID).toMatch(/^cloud:\/\/local-env\./)
    expect(theirs.fileID).toMatch(/^cloud:\/\/other-env\./)
    const read = async (from: typeof app, fileID: string) =>
      String((await from.downloadFile({ fileID })).fileContent)
    expect(await read(app, mine.fileID)).toBe('main')
    expect(await read(other, theirs.fileID)).toBe('other')
    const { fileList } = await app.getTempFileURL({ fileList: [theirs.fileID] })
    expect(fileList).toMatchObject([{ code: 'STORAGE_FILE_NONEXIST' }])
  })

  it('take a link of another environment for forged', async () => {
    const { cloud, app } = await testCloud()
    const { fileID } = await app.uploadFile({ cloudPath: 'a', fileContent: Buffer.from('a') })
    const { fileList } = await app.getTempFileURL({ fileList: [fileID] })
    const link = new URL((fileList[0] as { tempFileURL: string }).tempFileURL)
    expect((await fetch(link)).status).toBe(200)
    await appIn(cloud, 'other-env').database().createCollection('c')
    link.pathname = `/environments/other-env${link.pathname}`
    expect((await fetch(link)).status).toBe(403)
    link.pathname = link.pathname.replace('other-env', 'never-named')
    expect((await fetch(link)).status).toBe(403)
  })

  it('come back after a restart, with what they hold', async () => {
    const data = temporaryFolder()
    const first = await startLocalCloud({ data, log: () => undefined })
    const before = appIn(first, 'other-env').database()
    await before.createCollection('c')
    await before.collection('c').add({ _id: 'a' })
    await first.close()
    const { cloud } = await testCloud({ data })
    const after = appIn(cloud, 'other-env').database()
    expect((await after.collection('c').get()).data).toEqual([{ _id: 'a' }])
  })

  it('are found among what somebody else has put there', async () => {
    const data = temporaryFolder()
    mkdirSync(join(data, 'environments', 'my notes'), { recursive: true })
    writeFileSync(join(data, 'environments', '.DS_Store'), 'x')
    writeFileSync(join(data, 'environments', 'notes'), 'x')
    const cloud = await startLocalCloud({ data, log: () => undefined })
    await appIn(cloud, 'other-env').database().createCollection('c')
    await cloud.close()
    expect(readdirSync(join(data, 'environments')).sort()).toEqual(
      ['.DS_Store', 'my notes', 'notes', 'other-env'].sort(),
    )
    const { cloud: again } = await testCloud({ data })
    expect((await appIn(again, 'other-env').database().collection('c').get()).data).toEqual([])
  })

  it('are refused by a name that is none, and nothing is made of it', async () => {
    const data = temporaryFolder()
    const { cloud } = await testCloud({ data })
    for (const envName of ['../x', 'a/b', '.', '中文', 'a'.repeat(65), 7, {}, ['local-env']])
      expect(
        await post(cloud, { action: 'database.addCollection', collectionName: 'c', envName }),
      ).toMatchObject({ code: 'INVALID_ENV' })
    expect(existsSync(join(data, 'environments'))).toBe(false)
  })

  it('are 32 beside the main one at the most', async () => {
    const { cloud } = await testCloud()
    const count = (envName: string) =>
      post(cloud, { action: 'database.calculateDocument', collectionName: 'c', envName })
    for (let i = 0; i < 32; i += 1)
      expect(await count(`env-${i}`)).toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
    expect(await count('env-32')).toMatchObject({ code: 'INVALID_ENV' })
    expect(await count('env-31')).toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
  })

  it('keep everything closed when one of them is damaged', async () => {
    const data = temporaryFolder()
    const broken = join(data, 'environments', 'other-env')
    mkdirSync(broken, { recursive: true })
    writeFileSync(join(broken, 'snapshot'), 'no snapshot')
    await expect(startLocalCloud({ data, log: () => undefined })).rejects.toThrow('snapshot')
    rmSync(broken, { recursive: true })
    await (await startLocalCloud({ data, log: () => undefined })).close()
  })

  it('are archived one by one, and the main one’s archive names the others', async () => {
    const data = temporaryFolder()
    const cloud = await startLocalCloud({ data, log: () => undefined })
    const other = appIn(cloud, 'other-env').database()
    await other.createCollection('c')
    await other.collection('c').add({ _id: 'a' })
    await cloud.close()
    const said: string[] = []
    const run = (folder: string) =>
      runArchiveCommand(
        { command: 'export', data: folder, to: join(temporaryFolder(), 'archive.gz') },
        { print: () => undefined, report: (line) => said.push(line) },
        new AbortController().signal,
      )
    await run(data)
    const folder = join(data, 'environments', 'other-env')
    expect(said).toContain(`left out, because it is another environment: export --data ${folder}`)
    await run(folder)
    expect(said.at(-1)).toContain('1 collections, 1 documents')
  })

  it('may have another main one', async () => {
    const { cloud } = await testCloud({ envId: 'city-1' })
    const { data } = await post(cloud, {
      action: 'storage.getUploadMetadata',
      path: 'a',
      method: 'put',
      envName: 'city-1',
    })
    expect(data).toMatchObject({ fileId: expect.stringMatching(/^cloud:\/\/city-1\./) as string })
  })
})
