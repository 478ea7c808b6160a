import { createHash } from 'node:crypto'
import { invalidParam } from '../ground/cloud-error'
import type { Actions, Answer, Parameters } from '../ground/action'
import type { FileStore } from './file-store'

const MOST_FILES = 50
/** A day, as WeChat's documents give it. */
const DEFAULT_LINK_SECONDS = 86_400
/** COS's limit of one key. */
const MOST_PATH_BYTES = 850
/** Control characters, and halves of characters that no address can hold. */
const UNWRITABLE = /\p{Cc}|\p{Cs}/u

/** @throws CloudError INVALID_PARAM when no file may have this path */
export function readPath(value: unknown, what: string): string {
  if (typeof value !== 'string' || value === '' || value.startsWith('/')) {
    throw invalidParam(`${what} must be a path that does not begin with /`)
  }
  if (Buffer.byteLength(value) > MOST_PATH_BYTES)
    throw invalidParam(`${what} may have ${MOST_PATH_BYTES} bytes`)
  const climbs = value.split('/').some((part) => part === '..' || part === '.' || part === '')
  if (climbs || UNWRITABLE.test(value)) throw invalidParam(`${what} is not a valid path`)
  return value
}

function readList(parameters: Parameters, name: string): unknown[] {
  const list = parameters[name]
  if (!Array.isArray(list)) throw invalidParam(`${name} must be a list`)
  if (list.length > MOST_FILES) throw invalidParam(`${name} may name at most ${MOST_FILES} files`)
  return list as unknown[]
}

function uploadMetadata(files: FileStore, origin: () => string, parameters: Parameters): Answer {
  const path = readPath(parameters.path, 'path')
  const authorization = files.uploadSignature(path)
  return {
    data: {
      url: `${origin()}/cos/${encodeURIComponent(path)}`,
      token: 'local-cloud',
      authorization,
      fileId: files.fileId(path),
      cosFileId: createHash('sha256').update(path).digest('base64').slice(0, 32),
      download_url: `${origin()}/files/${path}`,
    },
  }
}

function downloadUrls(files: FileStore, origin: () => string, parameters: Parameters): Answer {
  const list = readList(parameters, 'file_list').map((raw) => {
    const {
      fileid,
      max_age: maxAge,
      url_type: urlType,
    } = (raw ?? {}) as { fileid?: unknown; max_age?: unknown; url_type?: unknown }
    if (typeof fileid !== 'string') throw invalidParam('each file needs a fileid')
    const path = files.pathOf(fileid)
    if (path === null || !files.find(path))
      return { code: 'STORAGE_FILE_NONEXIST', fileID: fileid, tempFileURL: '' }
    const seconds = typeof maxAge === 'number' && maxAge > 0 ? maxAge : DEFAULT_LINK_SECONDS
    const { sign, t } = files.linkSignature(path, seconds)
    // The SDK encodes this address itself, except for COS_URL; here only what would end or change the path is.
    const separators = path.replace(/[%?#\\]/g, encodeURIComponent)
    const shown =
      urlType === 'COS_URL' ? encodeURI(path).replace(/[?#]/g, encodeURIComponent) : separators
    return {
      code: 'SUCCESS',
      fileID: fileid,
      tempFileURL: `${origin()}/files/${shown}?sign=${sign}&t=${t}`,
    }
  })
  return { data: { download_list: list } }
}

async function deleteFiles(files: FileStore, parameters: Parameters): Promise<Answer> {
  const list: Array<{ code: string; fileID: unknown }> = []
  for (const fileID of readList(parameters, 'fileid_list')) {
    const path = files.pathOf(fileID)
    const removed = path !== null && (await files.remove(path))
    list.push({ code: removed ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST', fileID })
  }
  return { data: { delete_list: list } }
}

/** Sources and targets are paths; a file id of this environment is taken for the path it names. */
const readPlace = (files: FileStore, value: unknown, what: string) =>
  readPath(files.pathOf(value) ?? value, what)

async function copyOne(files: FileStore, raw: unknown): Promise<Record<string, unknown>> {
  const {
    src_path: source,
    dst_path: target,
    overwrite = true,
    remove_original: move,
  } = (raw ?? {}) as Record<string, unknown>
  const from = readPlace(files, source, 'src_path')
  const to = readPlace(files, target, 'dst_path')
  if (from === to) throw invalidParam('src_path and dst_path are the same')
  const fileId = files.fileId(to)
  const missing = { code: 'STORAGE_FILE_NONEXIST', message: `${from} does not exist`, fileId }
  const file = files.find(from)
  if (!file) return missing
  if (overwrite === false && files.find(to))
    return { code: 'STORAGE_FILE_EXIST', message: `${to} exists`, fileId }
  if (move === true) await files.move(file, to)
  else {
    const bytes = await files.read(file)
    if (!bytes) return missing
    try {
      await files.save(to, bytes, file.contentType, Number.MAX_SAFE_INTEGER)
    } finally {
      // A copy that found no room may not have begun to read.
      bytes.destroy()
    }
  }
  return { code: 'SUCCESS', message: '', fileId }
}

async function copyFiles(files: FileStore, parameters: Parameters): Promise<Answer> {
  const list: unknown[] = []
  for (const raw of readList(parameters, 'file_list')) list.push(await copyOne(files, raw))
  return { data: { copy_list: list } }
}

/** Rules under which everybody may read. Files that belong to one person only the administrator writes here. */
const READ_BY_ALL = new Set(['READONLY', 'ADMINWRITE'])

/** Whether a person who is no administrator may read each file by himself; writing is the administrator's. */
function fileAuthority(files: FileStore, parameters: Parameters): Answer {
  const list = readList(parameters, 'fileList').map((raw) => {
    const { path: named, type } = (raw ?? {}) as { path?: unknown; type?: unknown }
    const path = String(named ?? '')
    const inside = files.pathOf(path) ?? path
    const reads = type === undefined || type === 'READ'
    return {
      path,
      cosFileId: createHash('sha256').update(inside).digest('base64').slice(0, 32),
      read: reads && READ_BY_ALL.has(files.rule) && files.find(inside) !== null,
    }
  })
  return { data: list }
}

/** @param origin the server's own `http://127.0.0.1:PORT` */
export function storageActions(files: FileStore, origin: () => string): Actions {
  return {
    'storage.getUploadMetadata': (parameters) => uploadMetadata(files, origin, parameters),
    'storage.batchGetDownloadUrl': (parameters) => downloadUrls(files, origin, parameters),
    'storage.batchDeleteFile': (parameters) => deleteFiles(files, parameters),
    'storage.batchCopyFile': (parameters) => copyFiles(files, parameters),
    'storage.getFileAuthority': (parameters) => fileAuthority(files, parameters),
  }
}
