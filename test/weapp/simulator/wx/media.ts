import type { Phone } from '../phone'
import { ApiFailure, api, apis, events, type Wx } from './api'
import { addTemporaryFile, bytesOf } from './files'

/**
 * WeChat's own privacy popup comes before the first call of such a function and remembers the
 * agreement; a refusal fails the call.
 */
export const askPrivacy = (phone: Phone): void => {
  if (!phone.appJson.__usePrivacyCheck__ || phone.privacyAgreed) return
  phone.calls.push({ api: 'privacyPopup', args: { agreed: phone.person.acceptsPrivacy } })
  if (!phone.person.acceptsPrivacy) {
    throw new ApiFailure('privacy permission is not authorized', { errno: 104 })
  }
  phone.privacyAgreed = true
}

const takePhotos = (phone: Phone, count: unknown): { path: string; size: number }[] => {
  askPrivacy(phone)
  const photos = phone.person.photos.splice(0, Number(count ?? 9))
  if (photos.length === 0) throw new ApiFailure('cancel')
  return photos.map((bytes) => ({ path: addTemporaryFile(phone, bytes), size: bytes.byteLength }))
}

const recorder = (phone: Phone): Wx => {
  const { wx, raise } = events(['Start', 'Stop', 'Error', 'Pause', 'Resume', 'FrameRecorded'])
  let startedAt = 0
  const later = (name: string, detail: unknown) =>
    phone.timers.setTimeout(() => raise(name, detail))
  return {
    ...wx,
    start: () => {
      startedAt = Date.now()
      try {
        askPrivacy(phone)
        later('Start', {})
      } catch (error) {
        later('Error', { errMsg: `operateRecorder:fail ${(error as Error).message}` })
      }
    },
    stop: () =>
      later('Stop', {
        tempFilePath: addTemporaryFile(phone, phone.person.voice),
        duration: Math.max(Date.now() - startedAt, 1000),
        fileSize: phone.person.voice.byteLength,
      }),
  }
}

const place = (phone: Phone, name: string): object => {
  if (!phone.appJson.requiredPrivateInfos?.includes(name)) {
    throw new ApiFailure(
      'the api need to be declared in the requiredPrivateInfos field in app.json/ext.json',
    )
  }
  askPrivacy(phone)
  if (!phone.person.location) throw new ApiFailure('auth deny')
  return { ...phone.person.location, accuracy: 30, name: '', address: '' }
}

export const mediaApis = (phone: Phone): Wx => {
  const theRecorder = recorder(phone)
  return {
    ...apis(phone, {
      chooseMedia: ({ count }) => ({
        type: 'image',
        tempFiles: takePhotos(phone, count).map(({ path, size }) => ({
          tempFilePath: path,
          size,
          fileType: 'image',
        })),
      }),
      chooseImage: ({ count }) => {
        const tempFiles = takePhotos(phone, count)
        return { tempFilePaths: tempFiles.map(({ path }) => path), tempFiles }
      },
      compressImage: ({ src }) => {
        bytesOf(phone, src)
        return { tempFilePath: src }
      },
      previewImage: () => undefined,
      saveImageToPhotosAlbum: ({ filePath }) => void bytesOf(phone, filePath),
      getLocation: () => place(phone, 'getLocation'),
      getFuzzyLocation: () => place(phone, 'getFuzzyLocation'),
      chooseLocation: () => place(phone, 'chooseLocation'),
      scanCode: () => {
        if (phone.person.scans === null) throw new ApiFailure('cancel')
        return { result: phone.person.scans, scanType: 'QR_CODE' }
      },
    }),
    getPrivacySetting: api(phone, 'getPrivacySetting', () => ({
      needAuthorization: Boolean(phone.appJson.__usePrivacyCheck__) && !phone.privacyAgreed,
      privacyContractName: '',
    })),
    requirePrivacyAuthorize: api(phone, 'requirePrivacyAuthorize', () => askPrivacy(phone)),
    openPrivacyContract: api(phone, 'openPrivacyContract', () => undefined),
    getRecorderManager: () => theRecorder,
  }
}
