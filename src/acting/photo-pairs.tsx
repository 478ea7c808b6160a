import { View } from '@tarojs/components'
import { photoPairWords as words } from '@/copy/photo-pairs'
import type { IsoDay } from '@/domain/calendar/day'
import { BeforeAfter } from '@/src/components/show/before-after'
import { viewPhotos } from '@/src/platform/photo-viewer'

export interface ShownPair {
  readonly text: string
  readonly beforeOn: IsoDay | null
  readonly afterOn: IsoDay | null
  readonly beforeUrl: string
  readonly afterUrl: string
}

/** 整改前后 side by side, each with its day where that is known; a tap shows them large. */
export function PhotoPairs({ pairs }: { pairs: readonly ShownPair[] }) {
  return pairs.map((pair) => (
    <View key={pair.beforeUrl} className="mb3">
      {pair.text && <View className="mb2">{pair.text}</View>}
      <BeforeAfter
        photos={(['before', 'after'] as const).map((use) => ({
          label: words[use],
          date: words.day(pair[`${use}On`]),
          src: pair[`${use}Url`],
          alt: words.alt(use, pair.text),
        }))}
        onView={(at) => viewPhotos([pair.beforeUrl, pair.afterUrl], at)}
      />
    </View>
  ))
}
