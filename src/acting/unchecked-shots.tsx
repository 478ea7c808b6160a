import { View } from '@tarojs/components'
import { onSitePhotoWords as words } from '@/copy/on-site-photo'
import type { KeptFile } from '@/src/platform/kept-file'

/** 待核对: when photos of the page's own camera were taken, till the server has compared its own time. */
export function UncheckedShots({ files }: { files: readonly KeptFile[] }) {
  return files.map(
    ({ key, camera }, place) =>
      camera && (
        <View key={key} className="sub mt1">
          {words.unchecked(place + 1, camera.takenAt)}
        </View>
      ),
  )
}
