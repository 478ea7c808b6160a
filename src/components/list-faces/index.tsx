import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { NoteBlock } from '../note-block'
import { useShellWords } from '../page-shell/shell-context'
import { TextLink } from '../text-link'
import { FaceBlock, type FaceBlockProps } from './face-block'
import type { Loaded } from './loaded'
import { SkeletonList } from './skeleton-list'
import './index.scss'

interface ListFacesProps<T> {
  load: Loaded<T>
  onRetry: () => void
  isEmpty?: (data: T) => boolean
  /** Says why there is nothing and offers a way out. */
  empty?: FaceBlockProps
  /** Cards of the skeleton. */
  skeletons?: number
  children: (data: T) => ReactNode
}

/** The four faces of everything that is loaded: skeleton, empty, failed, ready. */
export function ListFaces<T>(props: ListFacesProps<T>) {
  const { load, onRetry, isEmpty, empty, skeletons = 4, children } = props
  const words = useShellWords()
  if (load.face === 'loading') return <SkeletonList cards={skeletons} />
  if (load.face === 'failed' && !load.kept) {
    return (
      <FaceBlock
        icon={load.offline ? 'nowifi' : 'alert'}
        title={words.failedTitle}
        line={words.failedLine}
        action={{ text: words.retry, onTap: onRetry }}
      />
    )
  }
  const data = load.face === 'ready' ? load.data : load.kept?.data
  if (data === undefined) return null
  return (
    <View>
      {load.face === 'failed' && load.kept && (
        <View className="mb3">
          <NoteBlock
            icon={load.offline ? 'nowifi' : 'alert'}
            tone="amber"
            action={<TextLink text={words.retry} onTap={onRetry} />}
          >
            {words.keptSince(load.offline, load.kept.at)}
          </NoteBlock>
        </View>
      )}
      {empty && isEmpty?.(data) ? <FaceBlock {...empty} /> : children(data)}
    </View>
  )
}
