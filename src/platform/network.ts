import Taro from '@tarojs/taro'

/** Tells when a network comes back; returns how to stop. */
export function onNetworkBack(listener: () => void): () => void {
  const listen = ({ isConnected }: { isConnected: boolean }) => {
    if (isConnected) listener()
  }
  Taro.onNetworkStatusChange(listen)
  return () => Taro.offNetworkStatusChange(listen)
}

/** What the phone believes; a weak network may still lose a call. */
export async function hasNetwork(): Promise<boolean> {
  const { networkType } = await Taro.getNetworkType()
  return networkType !== 'none'
}
