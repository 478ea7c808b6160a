import { localBarWords } from '@/copy/local-bar'
import { PageShell } from '@/src/components/frame/page-shell'
import { ConsentSheet } from '@/src/features/local-bar/components/consent-sheet'
import { LocalPanel } from '@/src/features/local-bar/components/local-panel'
import { useDemonstration } from '@/src/features/local-bar/use-demonstration'

/** The demonstration's tools as a page, for DevTools, where no strip can lie over the pages. */
export default function LocalPage() {
  const demonstration = useDemonstration(true)
  return (
    <PageShell title={localBarWords.title}>
      <LocalPanel demonstration={demonstration} />
      <ConsentSheet />
    </PageShell>
  )
}
