import Taro from '@tarojs/taro'

/** False when the phone refused (WeChat shows its own notice on success). */
export async function copyText(text: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: text })
    return true
  } catch {
    return false
  }
}
