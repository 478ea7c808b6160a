import Taro from '@tarojs/taro'
import { copyText } from './clipboard'
import type { LocalFile } from './local-file'

/** Text (UTF-8) of a file that was chosen; null when it cannot be read. */
export async function readTextFile({ src, blob }: LocalFile): Promise<string | null> {
  if (process.env.TARO_ENV === 'h5') return (await blob?.text().catch(() => null)) ?? null
  return new Promise((resolve) => {
    Taro.getFileSystemManager().readFile({
      filePath: src,
      encoding: 'utf8',
      success: ({ data }) => resolve(typeof data === 'string' ? data : null),
      fail: () => resolve(null),
    })
  })
}

/**
 * Hands a text over to the person: a file in the browser's downloads; on the phone, which has no
 * such place, the clipboard. False when the phone refused.
 */
export async function handOverText(name: string, text: string): Promise<boolean> {
  if (process.env.TARO_ENV !== 'h5') return copyText(text)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = name
  link.click()
  // The browser has begun to save by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  return true
}

/** What the person copied elsewhere; empty when the phone does not say. */
export async function pastedText(): Promise<string> {
  try {
    return (await Taro.getClipboardData()).data
  } catch {
    return ''
  }
}
