import type { ReactNode } from 'react'
import { ListFaces } from '@/src/components/frame/list-faces'
import { StaleNote } from '@/src/components/frame/list-faces/stale-note'
import { PageShell } from '@/src/components/frame/page-shell'
import type { Faces } from '@/src/platform/use-resource'

interface LoadedPageProps<T> {
  title: string
  /** Staff pages carry the strip that this is no place for secrets. */
  secrecy?: boolean
  load: Faces<T>
  retry: () => void
  /**
   * The page once there is something to show; it stays through every later load, so that a form
   * outlives a refresh. `notice` says when one failed and stands first in the body.
   */
  children: (data: T, notice: ReactNode) => ReactNode
}

/** A page about one thing: skeleton or what is the matter, then the page itself. */
export function LoadedPage<T>({ title, secrecy, load, retry, children }: LoadedPageProps<T>) {
  if (load.face === 'ready') return children(load.data, <StaleNote load={load} onRetry={retry} />)
  return (
    <PageShell title={title} secrecy={secrecy}>
      <ListFaces load={load} onRetry={retry} skeletons={3}>
        {() => null}
      </ListFaces>
    </PageShell>
  )
}
