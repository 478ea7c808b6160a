import type { Phone } from '../phone'
import { api, type Wx } from './api'

const standardFontSize = 17

const deviceInfo = {
  brand: 'devtools',
  model: 'iPhone X',
  system: 'iOS 15.0',
  platform: 'ios',
  abi: 'arm64',
}
const windowInfo = {
  pixelRatio: 3,
  screenWidth: 375,
  screenHeight: 812,
  windowWidth: 375,
  windowHeight: 724,
  statusBarHeight: 44,
  screenTop: 88,
  safeArea: { top: 44, left: 0, right: 375, bottom: 778, width: 375, height: 734 },
}

/** What a phone says of itself: an iPhone X with WeChat 8. */
export const deviceApis = (phone: Phone): Wx => {
  const baseInfo = {
    SDKVersion: '3.5.0',
    version: '8.0.50',
    language: 'zh_CN',
    theme: 'light',
    enableDebug: false,
    host: { env: 'WeChat' },
    fontSizeSetting: phone.fontSize,
    fontSizeScaleFactor: phone.fontSize / standardFontSize,
  }
  const permissions = {
    bluetoothEnabled: true,
    locationEnabled: true,
    wifiEnabled: true,
    deviceOrientation: 'portrait',
  }
  const everything = { ...deviceInfo, ...windowInfo, ...baseInfo, ...permissions }
  const accountInfo = { miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }
  return {
    getSystemInfo: api(phone, 'getSystemInfo', () => everything),
    getSystemInfoAsync: api(phone, 'getSystemInfoAsync', () => everything),
    getSystemInfoSync: () => everything,
    getDeviceInfo: () => deviceInfo,
    getWindowInfo: () => windowInfo,
    getAppBaseInfo: () => baseInfo,
    getSystemSetting: () => permissions,
    getAppAuthorizeSetting: () => ({ locationAuthorized: 'authorized' }),
    getAccountInfoSync: () => accountInfo,
    getMenuButtonBoundingClientRect: () => ({
      top: 48,
      right: 365,
      bottom: 80,
      left: 278,
      width: 87,
      height: 32,
    }),
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => undefined,
    }),
    nextTick: (run: () => void) => phone.timers.setTimeout(run),
    canIUse: () => true,
  }
}
