import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { startLocalCloud } from '@/local/start-local-cloud'
import { post, sdk, temporaryFolder } from './support/cloud'

const dayAgo = Date.now() / 1000 - 25 * 60 * 60

const old = (path: string, text = 'x') => {
  writeFileSync(path, text)
  utimesSync(path, dayAgo, dayAgo)
}

/** A folder with one photo and its record. */
const folderWithPhoto = async () => {
  const data = temporaryFolder()
  const cloud = await startLocalCloud({ data, log: () => undefined })
  const { fileID } = await sdk(cloud).uploadFile({
    cloudPath: 'a/photo.jpg',
    fileContent: Buffer.from('photo') as never,
  })
  await cloud.close()
  return { data, files: join(data, 'files'), fileID }
}

const start = async (data: string) => {
  const log: string[] = []
  const cloud = await startLocalCloud({ data, log: (line) => log.push(line) })
  return { cloud, log }
}

describe('starting over a folder with files', () => {
  it('removes only what is ours by its name, and old or half written, and says how much', async () => {
    const { data, files, fileID } = await folderWithPhoto()
    const [oldBlob, newBlob, half] = [randomUUID(), randomUUID(), `${randomUUID()}.part`]
    old(join(files, oldBlob))
    writeFileSync(join(files, newBlob), 'x')
    writeFileSync(join(files, half), 'x')
    old(join(files, 'notes.txt'), 'mine')
    mkdirSync(join(files, 'mine'))
    old(join(files, 'mine', randomUUID()))
    const named = join(files, randomUUID())
    mkdirSync(named)
    old(join(named, 'kept.txt'))
    const { cloud, log } = await start(data)
    const { fileContent } = await sdk(cloud).downloadFile({ fileID })
    expect(String(fileContent)).toBe('photo')
    await cloud.close()
    const left = readdirSync(files)
    expect(left).toEqual(expect.arrayContaining([newBlob, 'notes.txt', 'mine']))
    expect([left.includes(oldBlob), left.includes(half)]).toEqual([false, false])
    expect(existsSync(join(named, 'kept.txt'))).toBe(true)
    expect(readdirSync(join(files, 'mine'))).toHaveLength(1)
    expect(log.filter((line) => line.includes('removed 2 files'))).toHaveLength(1)
  })

  it.each([['with its length'], ['alone']])('refuses when the log is gone (%s)', async (what) => {
    const { data, files } = await folderWithPhoto()
    const before = readdirSync(files)
    rmSync(join(data, 'commits.log'))
    if (what === 'with its length') rmSync(join(data, 'commits.synced'))
    await expect(start(data)).rejects.toThrow(/commits\.log/)
    expect(readdirSync(files)).toEqual(before)
    expect(readFileSync(join(files, before[0]!), 'utf8')).toBe('photo')
    expect(existsSync(join(data, 'commits.log'))).toBe(false)
  })

  it('refuses when the log holds nothing, and says what to do', async () => {
    const { data, files } = await folderWithPhoto()
    writeFileSync(join(data, 'commits.log'), '')
    rmSync(join(data, 'commits.synced'))
    const before = readdirSync(files)
    old(join(files, before[0]!))
    await expect(start(data)).rejects.toThrow(/1 uploaded files .*move the files away/)
    expect(readdirSync(files)).toEqual(before)
    // Nothing stays locked: the way out can be gone at once.
    renameSync(files, `${files}-kept`)
    await (await start(data)).cloud.close()
  })

  it('refuses the same in another environment, at the start and when it is first named', async () => {
    const { data } = await folderWithPhoto()
    const folder = join(temporaryFolder(), 'data')
    mkdirSync(join(folder, 'environments'), { recursive: true })
    renameSync(data, join(folder, 'environments', 'other-env'))
    writeFileSync(join(folder, 'environments', 'other-env', 'commits.log'), '')
    rmSync(join(folder, 'environments', 'other-env', 'commits.synced'))
    await expect(start(folder)).rejects.toThrow('uploaded files')
    const late = temporaryFolder()
    const { cloud } = await start(late)
    renameSync(join(folder, 'environments'), join(late, 'environments'))
    for (let times = 0; times < 2; times++)
      expect(
        await post(cloud, { action: 'database.addCollection', envName: 'other-env' }),
      ).toMatchObject({ code: 'SYS_ERR' })
    await cloud.close()
  })

  it('that are none: what stops the start leaves nothing locked', async () => {
    const data = temporaryFolder()
    writeFileSync(join(data, 'files'), 'no folder')
    await expect(start(data)).rejects.toThrow('files')
    rmSync(join(data, 'files'))
    await (await start(data)).cloud.close()
  })

  it('starts where only somebody’s own files lie', async () => {
    const data = temporaryFolder()
    mkdirSync(join(data, 'files'))
    old(join(data, 'files', 'notes.txt'))
    const { cloud, log } = await start(data)
    await cloud.close()
    expect(existsSync(join(data, 'files', 'notes.txt'))).toBe(true)
    expect(log).toEqual([])
  })
})
