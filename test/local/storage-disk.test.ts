import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DocumentStore } from '@/local/engine/store'
import type { DiskHooks } from '@/local/engine/log/disk-hooks'
import { diskBlobs } from '@/local/storage/disk-blobs'
import { FileStore } from '@/local/storage/file-store'
import { storageActions } from '@/local/storage/storage-actions'
import { refusal, sdk, temporaryFolder, testCloud } from './support/cloud'

const bytes = async function* (...parts: string[]) {
  for (const part of parts) yield Buffer.from(part)
}
const fullDisk = () => Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })

function openFiles(data: string, disk?: DiskHooks) {
  const store = DocumentStore.open({ directory: data, schema: null, now: () => Date.now() })
  const blobs = diskBlobs(join(data, 'files'), disk)
  const files = new FileStore({ store, blobs, envId: 'e', now: () => Date.now() })
  files.sweep()
  return { store, files, blobs }
}

const read = async (files: FileStore, path: string) => {
  const parts: Buffer[] = []
  const file = files.find(path)
  for await (const part of (await files.read(file!))!) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

describe('a full disk', () => {
  it.each<[string, DiskHooks]>([
    ['at the first byte', { beforeWrite: () => Promise.reject(fullDisk()), beforeSync: () => {} }],
    [
      'when the bytes are forced out',
      { beforeWrite: () => {}, beforeSync: () => Promise.reject(fullDisk()) },
    ],
  ])('%s refuses the upload, keeps the old file and leaves nothing behind', async (_name, full) => {
    const data = temporaryFolder()
    let disk: DiskHooks = { beforeWrite: () => {}, beforeSync: () => {} }
    const { store, files } = openFiles(data, {
      beforeWrite: (count) => disk.beforeWrite(count),
      beforeSync: () => disk.beforeSync(),
    })
    await files.save('a', bytes('old'), 'text/plain', 100)
    disk = full
    await expect(files.save('a', bytes('new', 'er'), 'text/plain', 100)).rejects.toThrow('no space')
    expect(await read(files, 'a')).toBe('old')
    expect(readdirSync(join(data, 'files'))).toHaveLength(1)
    await store.close()
  })

  it('under the record refuses the upload too, and its bytes go', async () => {
    const data = temporaryFolder()
    const { store, files } = openFiles(data)
    await files.save('a', bytes('old'), 'text/plain', 100)
    const write = store.write.bind(store)
    store.write = () => Promise.reject(fullDisk())
    await expect(files.save('a', bytes('new'), 'text/plain', 100)).rejects.toThrow('no space')
    store.write = write
    expect(readdirSync(join(data, 'files'))).toHaveLength(1)
    expect(await read(files, 'a')).toBe('old')
    await store.close()
  })
})

it('a full disk reaches the SDK as a failed upload, and the next one succeeds', async () => {
  const { cloud, app } = await testCloud({ data: temporaryFolder(), control: true })
  const upload = () =>
    app.uploadFile({ cloudPath: 'f/a.txt', fileContent: Buffer.from('x') as never })
  cloud.faults.add({ action: 'disk', kind: 'full-disk' } as never)
  expect(await refusal(upload())).toMatchObject({
    code: 'STORAGE_REQUEST_FAIL',
    message: expect.stringContaining('[InternalError]') as string,
  })
  cloud.faults.clear()
  const { fileID } = await upload()
  expect(String((await app.downloadFile({ fileID })).fileContent)).toBe('x')
})

it('what a process that died has written without a record goes: a half at once, a whole after a day', async () => {
  const data = temporaryFolder()
  const first = openFiles(data)
  await first.files.save('a', bytes('kept'), 'text/plain', 100)
  const { key } = await first.blobs.put(bytes('never recorded'), 100)
  await first.store.close()
  const names = () => readdirSync(join(data, 'files'))
  writeFileSync(join(data, 'files', `${key}.part`), 'half')
  const second = openFiles(data)
  expect(names()).toHaveLength(2)
  expect(await read(second.files, 'a')).toBe('kept')
  await second.store.close()
  const dayAgo = Date.now() / 1000 - 25 * 60 * 60
  utimesSync(join(data, 'files', key), dayAgo, dayAgo)
  const third = openFiles(data)
  expect(names()).toHaveLength(1)
  await third.store.close()
})

it('a replaced file that cannot be removed does not take the new one with it', async () => {
  const data = temporaryFolder()
  const { store, files, blobs } = openFiles(data)
  const { blob } = await files.save('a', bytes('old'), 'text/plain', 100)
  await blobs.remove(blob)
  mkdirSync(join(data, 'files', blob, 'in the way'), { recursive: true })
  await files.save('a', bytes('new'), 'text/plain', 100)
  expect(await read(files, 'a')).toBe('new')
  await store.close()
})

it('a copy that finds no room gives back what it has opened', async () => {
  const data = temporaryFolder()
  const { store, files, blobs } = openFiles(data)
  const { blob } = await files.save('a', bytes('x'.repeat(100_000)), 'text/plain', 1e6)
  blobs.put = () => Promise.reject(fullDisk())
  const copy = storageActions(files, () => '')['storage.batchCopyFile']!
  const list = { file_list: [{ src_path: 'a', dst_path: 'b' }] }
  await expect(copy(list, 'r')).rejects.toThrow('no space')
  const open = () =>
    readdirSync('/proc/self/fd').filter((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`).endsWith(blob)
      } catch {
        return false
      }
    })
  for (let tries = 0; open().length > 0 && tries < 100; tries++)
    await new Promise((resolve) => setTimeout(resolve, 10))
  expect(open()).toEqual([])
  await store.close()
})

it('uploads to one path at the same time leave one of them, whole, and no other bytes', async () => {
  const data = temporaryFolder()
  const { store, files } = openFiles(data)
  await Promise.all(
    Array.from({ length: 20 }, (_unused, n) =>
      files.save('a', bytes(`${n}-`, `${n}`), 'text/plain', 100),
    ),
  )
  expect(await read(files, 'a')).toMatch(/^(\d+)-\1$/)
  expect(readdirSync(join(data, 'files'))).toHaveLength(1)
  await store.close()
})

it('a file that is replaced while it is read comes whole, as it was', async () => {
  const data = temporaryFolder()
  const { store, files } = openFiles(data)
  const large = 'x'.repeat(1_000_000)
  await files.save('a', bytes(large), 'text/plain', 2_000_000)
  const stream = (await files.read(files.find('a')!))!
  await files.save('a', bytes('short'), 'text/plain', 100)
  let length = 0
  for await (const part of stream) length += (part as Buffer).length
  expect(length).toBe(large.length)
  await store.close()
})

it('an upload that breaks off leaves neither a file nor half of one, and the server goes on', async () => {
  const data = temporaryFolder()
  const { app, log } = await testCloud({ data })
  const target = (
    (await app.getUploadMetadata({ cloudPath: 'b/a.bin' })) as {
      data: { url: string; authorization: string; fileId: string }
    }
  ).data
  await new Promise<void>((resolve) => {
    const put = request(target.url, {
      method: 'PUT',
      headers: { authorization: target.authorization, 'content-length': 1_000_000 },
    })
    put.on('error', () => resolve())
    put.write(Buffer.alloc(300_000))
    setTimeout(() => put.destroy(new Error('gone')), 100)
  })
  const deadline = Date.now() + 3_000
  const left = () => readdirSync(join(data, 'files'))
  while (left().length > 0 && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 20))
  expect(left()).toEqual([])
  const { fileList } = await app.getTempFileURL({ fileList: [target.fileId] })
  expect(fileList[0]).toMatchObject({ code: 'STORAGE_FILE_NONEXIST' })
  expect(log).toEqual([])
})

it('acknowledged uploads survive kill -9, and the rest leaves nothing', async () => {
  const data = temporaryFolder()
  const script = join(process.cwd(), 'scripts', 'local-cloud.mjs')
  const start = async () => {
    const child = spawn(process.execPath, [script, '--data', data], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const endpoint = await new Promise<string>((resolve) =>
      createInterface({ input: child.stdout }).once('line', resolve),
    )
    return { child, app: sdk({ endpoint, envId: 'local-env' }) }
  }
  const first = await start()
  const acknowledged: Array<{ fileID: string; text: string }> = []
  const writer = async (name: number) => {
    for (let n = 0; ; n++) {
      const text = `${name}/${n} `.repeat(2_000)
      const { fileID } = await first.app.uploadFile({
        cloudPath: `k/${name}-${n}.txt`,
        fileContent: Buffer.from(text) as never,
      })
      acknowledged.push({ fileID, text })
    }
  }
  const writers = Promise.allSettled([0, 1, 2, 3, 4, 5].map(writer))
  while (acknowledged.length < 40) await new Promise((resolve) => setTimeout(resolve, 5))
  first.child.kill('SIGKILL')
  await writers
  const second = await start()
  for (const { fileID, text } of acknowledged) {
    const { fileContent } = await second.app.downloadFile({ fileID })
    expect(String(fileContent) === text).toBe(true)
  }
  const names = readdirSync(join(data, 'files'))
  expect(names.filter((name) => name.endsWith('.part'))).toEqual([])
  expect(names.length - acknowledged.length).toBeLessThanOrEqual(6)
  second.child.kill('SIGTERM')
  await new Promise((resolve) => second.child.once('exit', resolve))
})
