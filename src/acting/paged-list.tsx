import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { actingWords } from '@/copy/acting'
import { errorTexts } from '@/copy/errors'
import { listWords } from '@/copy/list'
import type { ErrorCode } from '@/contract/errors'
import { ListFaces } from '@/src/components/frame/list-faces'
import type { FaceBlockProps } from '@/src/components/frame/list-faces/face-block'
import { TextLink } from '@/src/components/tap/text-link'
import type { Rows } from '@/src/platform/use-pages'
import type { Faces } from '@/src/platform/use-resource'

interface PagedListProps<R> {
  /** What `usePages` gives. */
  list: {
    readonly load: Faces<Rows<R>>
    readonly retry: () => void
    readonly loadMore: () => Promise<void>
    readonly busy: boolean
    readonly error: ErrorCode | null
  }
  empty: FaceBlockProps
  /** Of the link to the next page, where it says how many there are. */
  more?: (shown: number) => string
  children: (items: readonly R[]) => ReactNode
}

/** What the link to the rest says: the next rows, or the part that was not looked through yet. */
const furtherOf = <R,>({ items, partly }: Rows<R>, more?: (shown: number) => string): string =>
  partly ? listWords.goOn : (more?.(items.length) ?? actingWords.more)

/** A list by pages with its four faces, and the way to the next page under it. */
export function PagedList<R>({ list, empty, more, children }: PagedListProps<R>) {
  return (
    <ListFaces
      load={list.load}
      onRetry={list.retry}
      isEmpty={({ items, partly }) => items.length === 0 && !partly}
      empty={empty}
    >
      {(rows) => (
        <View>
          {children(rows.items)}
          {rows.more && (
            <View className="centre mt2">
              {list.error && (
                <View className="sub ink-amber" role="alert">
                  {errorTexts[list.error]}
                </View>
              )}
              {rows.partly && <View className="dim">{listWords.partly}</View>}
              <TextLink
                text={list.busy ? actingWords.loading : furtherOf(rows, more)}
                onTap={() => void list.loadMore()}
              />
            </View>
          )}
        </View>
      )}
    </ListFaces>
  )
}
