import type { Phone } from '../phone'
import { ApiFailure, apis, type Wx } from './api'
import { askPrivacy } from './media'

/** Toasts, questions, clipboard, calls: recorded on the phone, answered by its person. */
export const interfaceApis = (phone: Phone): Wx =>
  apis(phone, {
    showToast: ({ title }) => void phone.toasts.push(String(title)),
    hideToast: () => undefined,
    showLoading: () => undefined,
    hideLoading: () => undefined,
    showModal: (args) => {
      const modal = { title: String(args.title ?? ''), content: String(args.content ?? '') }
      phone.modals.push(modal)
      const confirm = phone.person.confirms(modal)
      return { confirm, cancel: !confirm, content: null }
    },
    showActionSheet: ({ itemList }) => {
      const tapIndex = (itemList as string[]).indexOf(phone.person.chooses ?? '')
      if (tapIndex < 0) throw new ApiFailure('cancel')
      return { tapIndex }
    },
    setClipboardData: ({ data }) => {
      askPrivacy(phone)
      phone.clipboard = String(data)
    },
    getClipboardData: () => {
      askPrivacy(phone)
      return { data: phone.clipboard }
    },
    makePhoneCall: () => undefined,
    vibrateShort: () => undefined,
    setNavigationBarColor: () => undefined,
    pageScrollTo: () => undefined,
    startPullDownRefresh: () => undefined,
    stopPullDownRefresh: () => undefined,
    setKeepScreenOn: () => undefined,
    enableAlertBeforeUnload: () => undefined,
    disableAlertBeforeUnload: () => undefined,
    showShareMenu: () => undefined,
    hideShareMenu: () => undefined,
    updateShareMenu: () => undefined,
    openDocument: () => undefined,
    openCustomerServiceChat: () => undefined,
    hideTabBar: () => undefined,
    showTabBar: () => undefined,
    setTabBarBadge: () => undefined,
    removeTabBarBadge: () => undefined,
    login: () => ({ code: 'local-login-code' }),
    checkSession: () => undefined,
    getSetting: () => ({
      authSetting: {},
      subscriptionsSetting: { mainSwitch: phone.person.subscriptionsOn },
    }),
    openSetting: () => ({ authSetting: {} }),
    authorize: () => undefined,
    getRandomValues: ({ length }) => ({
      randomValues: crypto.getRandomValues(new Uint8Array(Number(length))).buffer,
    }),
  })
