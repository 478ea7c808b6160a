import Taro from '@tarojs/taro'

/** Opens the dialler with the number; the person presses call. */
export function callPhone(phoneNumber: string) {
  // Refusing the dialler is no error: there is nothing to repair.
  Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)
}
