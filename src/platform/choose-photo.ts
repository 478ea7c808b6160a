import Taro from '@tarojs/taro'
import { newKey } from './key'
import type { LocalFile } from './local-file'
import { failureOf } from './permission'
import { pickFiles } from './pick-files'
import { redrawPhoto } from './redraw-photo'

const typeOfPath = (path: string) => {
  if (/\.png$/i.test(path)) return 'image/png'
  if (/\.webp$/i.test(path)) return 'image/webp'
  return 'image/jpeg'
}

async function chooseOnPhone(from: 'camera' | 'album', count: number): Promise<LocalFile[]> {
  const { tempFiles } = await Taro.chooseMedia({
    count,
    mediaType: ['image'],
    sourceType: [from],
    sizeType: ['compressed'],
  })
  return Promise.all(
    tempFiles.map(async (file) => ({
      key: await newKey(),
      src: file.tempFilePath,
      type: typeOfPath(file.tempFilePath),
      size: file.size,
    })),
  )
}

async function chooseInBrowser(from: 'camera' | 'album', count: number): Promise<LocalFile[]> {
  const picked = await pickFiles({
    accept: 'image/jpeg,image/png,image/webp',
    multiple: from === 'album',
    camera: from === 'camera',
  })
  return Promise.all(
    picked.slice(0, count).map(async (file) => {
      const blob = await redrawPhoto(file)
      return {
        key: await newKey(),
        src: URL.createObjectURL(blob),
        type: blob.type,
        size: blob.size,
        blob,
      }
    }),
  )
}

/**
 * Photos from the camera or the album, compressed; none when the person went back.
 * On H5 they are redrawn, which drops place and device; on weapp the server strips them.
 * @throws {NotAllowed} when the phone or the person does not allow it
 */
export async function choosePhotos(from: 'camera' | 'album', count: number): Promise<LocalFile[]> {
  try {
    return await (process.env.TARO_ENV === 'h5'
      ? chooseInBrowser(from, count)
      : chooseOnPhone(from, count))
  } catch (caught) {
    // WeChat reports going back as a failure.
    const failure = failureOf(from, caught)
    if (failure) throw failure
    return []
  }
}
