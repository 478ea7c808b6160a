import { useShareAppMessage } from '@tarojs/taro'

/** Lets the page be forwarded; `enableShareAppMessage` must stand in its config too. */
export function useShare(title: string, path: string, id: string) {
  useShareAppMessage(() => ({ title, path: `/${path}/index?id=${encodeURIComponent(id)}` }))
}
