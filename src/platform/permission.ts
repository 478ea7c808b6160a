import { fieldsOf } from '@/domain/known'
import Taro from '@tarojs/taro'

/** What the phone asks its owner for before the mini-program may use it. */
export type Permission = 'camera' | 'album' | 'microphone' | 'file'

/**
 * Where the refusal can be taken back: WeChat's settings of this mini-program, the phone's
 * settings of WeChat, the privacy popup that comes again at the next tap, or nowhere from here.
 */
export type Remedy = 'settings' | 'phoneSettings' | 'privacy' | 'none'

/** The person, or the phone, does not allow it; a dead button would say nothing. */
export class NotAllowed extends Error {
  constructor(
    readonly permission: Permission,
    readonly remedy: Remedy,
  ) {
    super(permission)
    this.name = 'NotAllowed'
  }
}

const saidBy = (caught: unknown): string => String(fieldsOf(caught).errMsg ?? '')

const remedyOf = (caught: unknown): Remedy | null => {
  const { errno, name } = fieldsOf(caught)
  const errMsg = saidBy(caught)
  if (errno === 104 || /privacy/i.test(errMsg)) return 'privacy'
  if (/system permission/i.test(errMsg)) return 'phoneSettings'
  if (/auth|permission|authorize/i.test(errMsg)) return 'settings'
  // A browser's own words, for a microphone or a camera.
  if (name === 'NotAllowedError' || name === 'NotFoundError') return 'none'
  return null
}

/**
 * Reads why WeChat or the browser did not do it. Going back is no failure: null.
 * @returns the refusal to be thrown, or the error itself
 */
export function failureOf(permission: Permission, caught: unknown): unknown {
  if (/cancel/i.test(saidBy(caught))) return null
  const remedy = remedyOf(caught)
  return remedy ? new NotAllowed(permission, remedy) : caught
}

interface Explanation {
  readonly title: string
  readonly content: string
  readonly remedy: Remedy
  readonly open: string
  readonly close: string
}

/** Says why it does not go and opens the settings where they help. */
export function explain({ title, content, remedy, open, close }: Explanation) {
  const opens =
    process.env.TARO_ENV !== 'h5' && (remedy === 'settings' || remedy === 'phoneSettings')
  void Taro.showModal({
    title,
    content,
    showCancel: opens,
    cancelText: close,
    confirmText: opens ? open : close,
    // The platform's own green is too light to be read on white.
    confirmColor: '#14633c',
    // In the answer itself: WeChat opens its settings in a tap or in this answer only.
    success: ({ confirm }) => {
      if (!opens || !confirm) return
      if (remedy === 'settings') void Taro.openSetting({ fail: () => undefined })
      else void Taro.openAppAuthorizeSetting({ fail: () => undefined })
    },
  })
}
