import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import { readStored, writeStored } from './storage'

/** WeChat's care mode scales type by about 1.4; the phone's own large steps start near 1.3. */
const elderFromScale = 1.3
/** `fontSizeSetting` is the px of body text; 16 or 17 is the standard step. */
const elderFromSize = 20

interface AppBase {
  readonly fontSizeScaleFactor?: number
  readonly fontSizeSetting?: number
}

function phoneHasLargeType(): boolean {
  if (process.env.TARO_ENV === 'h5') return false
  const base = Taro.getAppBaseInfo() as AppBase
  if (base.fontSizeScaleFactor) return base.fontSizeScaleFactor >= elderFromScale
  return (base.fontSizeSetting ?? 0) >= elderFromSize
}

/** Px above the home page's own bar; 0 on H5, where the browser has its own. */
export const statusBarHeight = () =>
  process.env.TARO_ENV === 'h5' ? 0 : (Taro.getWindowInfo().statusBarHeight ?? 20)

const listeners = new Set<() => void>()
let large: boolean | undefined

const largeType = () => {
  large ??= readStored('largeType') ?? phoneHasLargeType()
  return large
}

/** The person's own choice wins over the phone's setting. */
export function chooseLargeType(chosen: boolean) {
  large = chosen
  writeStored('largeType', chosen)
  listeners.forEach((listener) => listener())
}

/** The phone's setting may have changed while the app was in the background. */
export function readTypeSizeAgain() {
  large = undefined
  listeners.forEach((listener) => listener())
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useLargeType = () => useSyncExternalStore(subscribe, largeType, largeType)
