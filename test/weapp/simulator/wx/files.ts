import { randomUUID } from 'node:crypto'
import type { Phone } from '../phone'
import { ApiFailure, type Args, apis, type Wx } from './api'

const savedFolder = 'wxfile://store'
/** Files under it are gone when the program is closed. */
export const temporaryFolder = 'http://tmp'

/** Bytes of a file on the phone; refuses as WeChat does when it is not there. */
export const bytesOf = (phone: Phone, filePath: unknown): Uint8Array => {
  const bytes = phone.storage.files.get(String(filePath))
  if (!bytes) throw new ApiFailure(`no such file or directory, open '${String(filePath)}'`)
  return bytes
}

const extensionOf = ([first, second]: Uint8Array): string => {
  if (first === 0x89 && second === 0x50) return 'png'
  return first === 0xff && second === 0xd8 ? 'jpg' : 'aac'
}

export const addTemporaryFile = (phone: Phone, bytes: Uint8Array, name?: string): string => {
  const path = `${temporaryFolder}/${name ?? `${randomUUID()}.${extensionOf(bytes)}`}`
  phone.storage.files.set(path, bytes)
  return path
}

const readFile = (bytes: Uint8Array, encoding: unknown): string | ArrayBuffer =>
  typeof encoding === 'string'
    ? Buffer.from(bytes).toString(encoding as BufferEncoding)
    : Uint8Array.from(bytes).buffer

/** The FileSystemManager. A saved file is moved out of the temporary folder and stays. */
export const fileSystemManager = (phone: Phone): Wx => {
  const { files } = phone.storage
  const remove = ({ filePath }: Args): void => {
    bytesOf(phone, filePath)
    files.delete(String(filePath))
  }
  return apis(phone, {
    readFile: ({ filePath, encoding }) => ({ data: readFile(bytesOf(phone, filePath), encoding) }),
    saveFile: ({ tempFilePath }) => {
      const savedFilePath = `${savedFolder}/${String(tempFilePath).split('/').at(-1)}`
      files.set(savedFilePath, bytesOf(phone, tempFilePath))
      files.delete(String(tempFilePath))
      return { savedFilePath }
    },
    writeFile: ({ filePath, data }) =>
      void files.set(String(filePath), new Uint8Array(data as ArrayBuffer)),
    removeSavedFile: remove,
    unlink: remove,
    access: ({ path }) => void bytesOf(phone, path),
    getFileInfo: ({ filePath }) => ({ size: bytesOf(phone, filePath).byteLength }),
  })
}
