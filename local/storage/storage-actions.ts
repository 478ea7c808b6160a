import { createHash } from 'node:crypto'
import { invalidParam } from '../wire/cloud-error'
import type { Actions, Answer, Parameters } from '../wire/action'
import type { FileStore } from './file-store'

const MOST_FILES = 50
const DEFAULT_LINK_SECONDS = 7200

function readPath(value: unknown, what: string): string {
  if (typeof value !== 'string' || value === '' || value.startsWith('/') || value.length > 850) {
    throw invalidParam(
      `${what} must be a path of at most 850 characters that does not begin with /`,
    )
  }
  if (value.split('/').some((part) => part === '..' || part === '.' || part === ''))
    throw invalidParam(`${what} is not a valid path`)
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
    // The SDK encodes this address itself, except for COS_URL; only what would end the path is encoded here.
    const separators = path.replace(/[%?#]/g, encodeURIComponent)
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

async function copyOne(files: FileStore, raw: unknown): Promise<Record<string, unknown>> {
  const {
    src_path: source,
    dst_path: target,
    overwrite = true,
    remove_original: move,
  } = (raw ?? {}) as Record<string, unknown>
  const from = readPath(source, 'src_path')
  const to = readPath(target, 'dst_path')
  const file = files.find(from)
  const stream = file ? await files.read(file) : null
  if (!file || !stream)
    return {
      code: 'STORAGE_FILE_NONEXIST',
      message: `${from} does not exist`,
      fileId: files.fileId(to),
    }
  if (overwrite === false && files.find(to))
    return { code: 'STORAGE_FILE_EXIST', message: `${to} exists`, fileId: files.fileId(to) }
  await files.save(to, stream as AsyncIterable<Buffer>, file.contentType, Number.MAX_SAFE_INTEGER)
  if (move === true) await files.remove(from)
  return { code: 'SUCCESS', message: '', fileId: files.fileId(to) }
}

async function copyFiles(files: FileStore, parameters: Parameters): Promise<Answer> {
  const list: unknown[] = []
  for (const raw of readList(parameters, 'file_list')) list.push(await copyOne(files, raw))
  return { data: { copy_list: list } }
}

/** Storage is private here: a caller who is no administrator may read nothing by himself. */
function fileAuthority(files: FileStore, parameters: Parameters): Answer {
  const list = readList(parameters, 'fileList').map((raw) => {
    const path = String((raw as { path?: unknown } | null)?.path ?? '')
    const inside = files.pathOf(path) ?? path
    return {
      path,
      cosFileId: createHash('sha256').update(inside).digest('base64').slice(0, 32),
      read: false,
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
