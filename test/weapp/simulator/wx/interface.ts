import type { Phone } from '../phone'
import { ApiFailure, type Args, apis, type Wx } from './api'
import { askPrivacy } from './media'

const accepted = () => undefined

/** Characters that WeChat draws on a modal's buttons; longer ones fail the call. */
const longestButtons = { confirmText: 4, cancelText: 4 }

/** What `success` does at once counts as done by the person's finger. */
const answering = (phone: Phone, args: Args): void => {
  const { success } = args as { success?: (result: object) => void }
  if (!success) return
  args.success = (result: object) => {
    phone.inModalAnswer = true
    try {
      success(result)
    } finally {
      phone.inModalAnswer = false
    }
  }
}

/** Toasts, questions, clipboard, calls: recorded on the phone, answered by its person. */
export const interfaceApis = (phone: Phone): Wx =>
  apis(phone, {
    showToast: ({ title }) => void phone.toasts.push(String(title)),
    showModal: (args) => {
      for (const [name, most] of Object.entries(longestButtons)) {
        const text = String(args[name] ?? '')
        if ([...text].length > most)
          throw new ApiFailure(`${name} length should not larger than ${most}`)
      }
      const modal = { title: String(args.title ?? ''), content: String(args.content ?? '') }
      phone.modals.push(modal)
      const confirm = phone.person.confirms(modal)
      answering(phone, args)
      return { confirm, cancel: !confirm }
    },
    setClipboardData: ({ data }) => {
      askPrivacy(phone)
      phone.clipboard = String(data)
    },
    login: () => ({ code: 'local-login-code' }),
    getRandomValues: ({ length }) => ({
      randomValues: crypto.getRandomValues(new Uint8Array(Number(length))).buffer,
    }),
    hideToast: accepted,
    showLoading: accepted,
    hideLoading: accepted,
    makePhoneCall: accepted,
    pageScrollTo: accepted,
    startPullDownRefresh: accepted,
    stopPullDownRefresh: accepted,
  })
