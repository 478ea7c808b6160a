import type { Phone } from '../phone'
import { api, type Wx } from './api'

const standardFontSize = 17

const deviceInfo = { brand: 'devtools', model: 'iPhone X', system: 'iOS 15.0', platform: 'ios' }
const windowInfo = {
  pixelRatio: 3,
  screenWidth: 375,
  screenHeight: 812,
  windowWidth: 375,
  windowHeight: 724,
  statusBarHeight: 44,
  safeArea: { top: 44, left: 0, right: 375, bottom: 778, width: 375, height: 734 },
}
const menuButton = { top: 48, right: 365, bottom: 80, left: 278, width: 87, height: 32 }

/** What a phone says of itself: an iPhone X with WeChat 8. */
export const deviceApis = (phone: Phone): Wx => {
  const baseInfo = {
    SDKVersion: '3.5.0',
    version: '8.0.50',
    language: 'zh_CN',
    theme: 'light',
    fontSizeSetting: phone.fontSize,
    fontSizeScaleFactor: phone.fontSize / standardFontSize,
  }
  const everything = { ...deviceInfo, ...windowInfo, ...baseInfo }
  return {
    getSystemInfo: api(phone, 'getSystemInfo', () => everything),
    getSystemInfoSync: () => everything,
    getDeviceInfo: () => deviceInfo,
    getWindowInfo: () => windowInfo,
    getAppBaseInfo: () => baseInfo,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop' } }),
    getMenuButtonBoundingClientRect: () => menuButton,
    nextTick: (run: () => void) => phone.timers.setTimeout(run),
    canIUse: () => true,
  }
}
