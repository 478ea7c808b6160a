import { notFoundWords as words } from '@/copy/first-words'
import { FaceBlock } from '@/src/components/frame/list-faces/face-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { wayToTab } from '@/src/platform/navigation'

/** An address that leads nowhere: cut off, written by hand, or of a page that is gone. */
export default function NotFoundPage() {
  return (
    <PageShell title={words.title}>
      <FaceBlock
        icon="search"
        title={words.title}
        line={words.line}
        action={{ text: words.home, ...wayToTab('home') }}
      />
    </PageShell>
  )
}
