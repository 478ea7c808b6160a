import { useEffect, useState } from 'react'
import { PhotoViewer } from '@/src/components/show/photo-viewer'
import { showPhotosBy } from '@/src/platform/photo-viewer'

/** Draws photos over whatever page is open; browsers only. */
export function PhotoViewerHost() {
  const [shown, setShown] = useState<{ urls: readonly string[]; at: number } | null>(null)
  useEffect(() => {
    showPhotosBy((urls, at) => setShown({ urls, at }))
    return () => showPhotosBy(null)
  }, [])
  if (!shown) return null
  return <PhotoViewer urls={shown.urls} at={shown.at} onClose={() => setShown(null)} />
}
