import type { Phone, Scope } from '../phone'
import { ApiFailure, type Args, apis, events, type Wx } from './api'
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

/** A refusal is remembered: WeChat does not ask again, and fails each call. */
const askScope = ({ person }: Phone, scope: Scope): void => {
  if (person.phoneDenies.has(scope)) throw new ApiFailure('system permission denied')
  if (person.denies.has(scope)) throw new ApiFailure('auth deny')
}

const takePhotos = (phone: Phone, { count, sourceType }: Args): object => {
  askPrivacy(phone)
  askScope(phone, Array.isArray(sourceType) && sourceType.includes('camera') ? 'camera' : 'album')
  const photos = phone.person.photos.splice(0, Number(count ?? 9))
  if (photos.length === 0) throw new ApiFailure('cancel')
  const tempFiles = photos.map((bytes) => ({
    tempFilePath: addTemporaryFile(phone, bytes),
    size: bytes.byteLength,
    fileType: 'image',
  }))
  return { type: 'image', tempFiles }
}

/** The page's own camera: the same permission as WeChat's, and one photo. */
const shoot = (phone: Phone): object => {
  askPrivacy(phone)
  askScope(phone, 'camera')
  const [bytes] = phone.person.photos.splice(0, 1)
  if (!bytes) throw new ApiFailure('camera is not ready')
  return { tempImagePath: addTemporaryFile(phone, bytes) }
}

/** A canvas nobody sees: what is written on it is kept as a call, the picture stays as it was. */
const offscreen = (phone: Phone): Wx => {
  let drawn = ''
  const image = {
    onload: () => undefined,
    set src(path: string) {
      drawn = path
      void phone.timers.setTimeout(() => image.onload())
    },
  }
  return {
    createImage: () => image,
    getContext: () => ({
      drawImage: () => undefined,
      fillRect: () => undefined,
      fillText: (text: string) => void phone.calls.push({ api: 'fillText', args: { text } }),
    }),
    pathOfDrawn: () => drawn,
  }
}

const developed = (phone: Phone, { canvas }: Args): object => {
  const { pathOfDrawn } = canvas as { readonly pathOfDrawn: () => string }
  return { tempFilePath: addTemporaryFile(phone, bytesOf(phone, pathOfDrawn())) }
}

const takeDocument = (phone: Phone): object => {
  askPrivacy(phone)
  askScope(phone, 'file')
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
    start: () => {
      try {
        askPrivacy(phone)
        askScope(phone, 'record')
        later('Start', {})
      } catch (error) {
        if (!(error instanceof ApiFailure)) throw error
        later('Error', { errMsg: `operateRecorder:fail ${error.message}`, ...error.codes })
      }
    },
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
      chooseMedia: (args) => takePhotos(phone, args),
      chooseMessageFile: () => takeDocument(phone),
      previewImage: () => undefined,
      getImageInfo: ({ src }) => ({ path: src, width: 1600, height: 1200 }),
      canvasToTempFilePath: (args) => developed(phone, args),
      getLocation: () => locate(phone),
      openSetting: () => {
        if (!phone.inTap && !phone.inModalAnswer)
          throw new ApiFailure('can only be invoked by user TAP gesture.')
        phone.person.allowsInSettings.forEach((scope) => phone.person.denies.delete(scope))
      },
      openAppAuthorizeSetting: () => undefined,
      getPrivacySetting: () => ({
        needAuthorization: Boolean(phone.appJson.__usePrivacyCheck__) && !phone.privacyAgreed,
      }),
      requirePrivacyAuthorize: () => askPrivacy(phone),
    }),
    getRecorderManager: () => theRecorder,
    createCameraContext: () => apis(phone, { takePhoto: () => shoot(phone) }),
    createOffscreenCanvas: () => offscreen(phone),
    createInnerAudioContext: () => ({
      ...events(['Ended']).wx,
      play: () => void phone.calls.push({ api: 'playAudio', args: {} }),
    }),
  }
}
