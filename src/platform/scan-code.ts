import { fieldsOf } from '@/domain/known'
import Taro from '@tarojs/taro'

/** Only WeChat's own scanner is there; a browser opens the address that a code says by itself. */
export const canScan = process.env.TARO_ENV !== 'h5'

/** Text of a scanned code; null when the person left the scanner. */
export async function scanCode(): Promise<string | null> {
  try {
    return (await Taro.scanCode({})).result
  } catch (error) {
    if (String(fieldsOf(error).errMsg ?? '').includes('cancel')) return null
    throw error
  }
}
