import type { Phone } from '../phone'
import { ApiFailure, apis, events, type Wx } from './api'
import { addTemporaryFile } from './files'

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

const takePhotos = (phone: Phone, count: unknown): object => {
  askPrivacy(phone)
  const photos = phone.person.photos.splice(0, Number(count ?? 9))
  if (photos.length === 0) throw new ApiFailure('cancel')
  const tempFiles = photos.map((bytes) => ({
    tempFilePath: addTemporaryFile(phone, bytes),
    size: bytes.byteLength,
    fileType: 'image',
  }))
  return { type: 'image', tempFiles }
}

const takeDocument = (phone: Phone): object => {
  const { document } = phone.person
  if (!document) throw new ApiFailure('cancel')
  const path = addTemporaryFile(phone, document.bytes, document.name)
  return { tempFiles: [{ path, name: document.name, size: document.bytes.byteLength }] }
}

const locate = (phone: Phone): object => {
  if (!phone.appJson.requiredPrivateInfos?.includes('getLocation')) {
    throw new ApiFailure('the api need to be declared in the requiredPrivateInfos field')
  }
  askPrivacy(phone)
  if (!phone.person.location) throw new ApiFailure('auth deny')
  return { ...phone.person.location, accuracy: 30 }
}

const recorder = (phone: Phone): Wx => {
  const { wx, raise } = events(['Start', 'Stop', 'Error'])
  const later = (name: string, detail: object) =>
    void phone.timers.setTimeout(() => raise(name, detail))
  const { voice } = phone.person
  return {
    ...wx,
    start: () => later('Start', {}),
    stop: () =>
      later('Stop', {
        tempFilePath: addTemporaryFile(phone, voice),
        duration: 3000,
        fileSize: voice.byteLength,
      }),
  }
}

export const mediaApis = (phone: Phone): Wx => {
  const theRecorder = recorder(phone)
  return {
    ...apis(phone, {
      chooseMedia: ({ count }) => takePhotos(phone, count),
      chooseMessageFile: () => takeDocument(phone),
      previewImage: () => undefined,
      getLocation: () => locate(phone),
      getPrivacySetting: () => ({
        needAuthorization: Boolean(phone.appJson.__usePrivacyCheck__) && !phone.privacyAgreed,
      }),
      requirePrivacyAuthorize: () => askPrivacy(phone),
    }),
    getRecorderManager: () => theRecorder,
    createInnerAudioContext: () => ({ ...events(['Ended']).wx, play: () => undefined }),
  }
}
