import { randomUUID } from 'node:crypto'
import type { Phone } from '../phone'
import { ApiFailure, type Args, apis, type Wx } from './api'

export const userFolder = 'wxfile://usr'
const savedFolder = 'wxfile://store'
export const temporaryFolder = 'http://tmp'

/** Bytes of a file on the phone; refuses as WeChat does when it is not there. */
export const bytesOf = (phone: Phone, filePath: unknown): Uint8Array => {
  const bytes = phone.storage.files.get(String(filePath))
  if (!bytes) throw new ApiFailure(`no such file or directory, open '${String(filePath)}'`)
  return bytes
}

const extensionOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return 'png'
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? 'jpg' : 'mp3'
}

/** Path of a new temporary file, gone when the program is closed. */
export const addTemporaryFile = (phone: Phone, bytes: Uint8Array): string => {
  const path = `${temporaryFolder}/${randomUUID()}.${extensionOf(bytes)}`
  phone.storage.files.set(path, bytes)
  return path
}

const toArrayBuffer = (bytes: Uint8Array): ArrayBuffer => {
  const copy = new ArrayBuffer(bytes.byteLength)
  new Uint8Array(copy).set(bytes)
  return copy
}

const toBytes = (data: unknown, encoding: unknown): Uint8Array =>
  typeof data === 'string'
    ? Buffer.from(data, (encoding ?? 'utf8') as BufferEncoding)
    : new Uint8Array((data as ArrayBuffer).slice(0))

/** The FileSystemManager: temporary, saved and own files of this mini-program. */
export const fileSystemManager = (phone: Phone): Wx => {
  const { files } = phone.storage
  const own = (path: unknown): string => {
    if (!String(path).startsWith(userFolder)) throw new ApiFailure('permission denied, open')
    return String(path)
  }
  const read = ({ filePath, encoding }: Args) => {
    const bytes = bytesOf(phone, filePath)
    return typeof encoding === 'string'
      ? Buffer.from(bytes).toString(encoding as BufferEncoding)
      : toArrayBuffer(bytes)
  }
  const save = ({ tempFilePath, filePath }: Args): string => {
    const name = String(tempFilePath).split('/').at(-1)
    const path = filePath === undefined ? `${savedFolder}/${name}` : own(filePath)
    files.set(path, bytesOf(phone, tempFilePath))
    files.delete(String(tempFilePath))
    return path
  }
  const write = ({ filePath, data, encoding }: Args) =>
    void files.set(own(filePath), toBytes(data, encoding))
  const copy = ({ srcPath, destPath }: Args) =>
    void files.set(own(destPath), bytesOf(phone, srcPath))
  const unlink = ({ filePath }: Args): void => {
    bytesOf(phone, filePath)
    files.delete(String(filePath))
  }

  return {
    ...apis(phone, {
      readFile: (args) => ({ data: read(args) }),
      writeFile: write,
      copyFile: copy,
      saveFile: (args) => ({ savedFilePath: save(args) }),
      unlink,
      removeSavedFile: unlink,
      access: ({ path }) => void bytesOf(phone, path),
      getFileInfo: ({ filePath }) => ({ size: bytesOf(phone, filePath).byteLength }),
      mkdir: ({ dirPath }) => void own(dirPath),
    }),
    readFileSync: (filePath: string, encoding?: string) => read({ filePath, encoding }),
    writeFileSync: (filePath: string, data: unknown, encoding?: string) =>
      write({ filePath, data, encoding }),
    copyFileSync: (srcPath: string, destPath: string) => copy({ srcPath, destPath }),
    saveFileSync: (tempFilePath: string, filePath?: string) => save({ tempFilePath, filePath }),
    unlinkSync: (filePath: string) => unlink({ filePath }),
    accessSync: (path: string) => void bytesOf(phone, path),
    mkdirSync: (dirPath: string) => void own(dirPath),
  }
}
