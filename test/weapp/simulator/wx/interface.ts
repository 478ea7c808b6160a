import type { Phone } from '../phone'
import { apis, type Wx } from './api'
import { askPrivacy } from './media'

const accepted = () => undefined

/** Toasts, questions, clipboard, calls: recorded on the phone, answered by its person. */
export const interfaceApis = (phone: Phone): Wx =>
  apis(phone, {
    showToast: ({ title }) => void phone.toasts.push(String(title)),
    showModal: (args) => {
      const modal = { title: String(args.title ?? ''), content: String(args.content ?? '') }
      phone.modals.push(modal)
      const confirm = phone.person.confirms(modal)
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
