import Taro from '@tarojs/taro'

const listeners = new Set<() => void>()
let listening = false

const listen = () => {
  if (listening) return
  listening = true
  Taro.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) [...listeners].forEach((listener) => listener())
  })
}

/** Tells when a network comes back; returns how to stop. */
export function onNetworkBack(listener: () => void): () => void {
  listen()
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
