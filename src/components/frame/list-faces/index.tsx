import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { FaceBlock, type FaceBlockProps } from './face-block'
import { FailedFace } from './failed-face'
import type { Loaded } from './loaded'
import { SkeletonList } from './skeleton-list'
import { StaleNote } from './stale-note'
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
  if (load.face === 'loading') return <SkeletonList cards={skeletons} />
  if (load.face === 'failed') return <FailedFace {...load} onRetry={onRetry} />
  return (
    <View>
      <StaleNote load={load} onRetry={onRetry} />
      {empty && isEmpty?.(load.data) ? <FaceBlock {...empty} /> : children(load.data)}
    </View>
  )
}
