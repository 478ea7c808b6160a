import Taro from '@tarojs/taro'
import { newKey } from './key'
import type { LocalFile } from './local-file'
import { failureOf } from './permission'
import { pickFiles } from './pick-files'

export interface ChosenDocument extends LocalFile {
  readonly name: string
}

const types: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  txt: 'text/plain',
  csv: 'text/csv',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
}

const typeOfName = (name: string) =>
  types[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'

/**
 * One document: from a chat on the phone, from the file dialog on H5. Null when none was chosen.
 * @throws {NotAllowed} when the phone or the person does not allow it
 * @param extensions without dot, e.g. `['docx', 'xlsx']`
 */
export async function chooseDocument(
  extensions: readonly string[],
): Promise<ChosenDocument | null> {
  if (process.env.TARO_ENV === 'h5') {
    const [file] = await pickFiles({ accept: extensions.map((each) => `.${each}`).join(',') })
    if (!file) return null
    const { name, size } = file
    return { key: await newKey(), src: '', name, size, type: typeOfName(name), blob: file }
  }
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, extension: [...extensions] })
    const [file] = tempFiles
    if (!file) return null
    const { name, size, path } = file
    return { key: await newKey(), src: path, name, size, type: typeOfName(name) }
  } catch (caught) {
    const failure = failureOf('file', caught)
    if (failure) throw failure
    return null
  }
}
