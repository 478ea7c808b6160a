import { View } from '@tarojs/components'
import { useState } from 'react'
import { importWords, reviewWords as words } from '@/copy/import-review'
import { Card } from '@/src/components/show/card'
import { FootBar } from '@/src/components/frame/foot-bar'
import { ListFaces } from '@/src/components/frame/list-faces'
import { PageShell } from '@/src/components/frame/page-shell'
import { SectionHead } from '@/src/components/frame/section-head'
import { TextLink } from '@/src/components/tap/text-link'
import { openPage } from '@/src/platform/navigation'
import type { BatchView } from '../hooks/use-batch'
import { BatchHead } from './batch-head'
import { CommitPart, DiscardLink } from './commit-part'
import { DraftRows } from './draft-rows'

/** A phone draws a long list piece by piece. */
const rowsAtOnce = 50

/** The drafts of a list on a phone; each opens on a page of its own. */
export function ReviewList({ view }: { view: BatchView }) {
  const { batch, rows } = view
  const [shown, setShown] = useState(rowsAtOnce)
  const reload = () => void view.reload()
  return (
    <PageShell
      title={importWords.title}
      secrecy
      foot={
        batch && (
          <FootBar>
            <CommitPart batch={batch} confirmed={view.confirmed} onChanged={reload} />
          </FootBar>
        )
      }
    >
      <ListFaces load={view.load} onRetry={view.retry}>
        {() =>
          batch && (
            <View>
              <BatchHead batch={batch} view={view} title="title" />
              <SectionHead text={words.drafts} />
              <Card rows className="draft-card">
                <DraftRows
                  rows={rows.slice(0, shown)}
                  current={null}
                  onOpen={(index) =>
                    openPage('subpackages/office/import', { id: batch.id, at: index })
                  }
                />
              </Card>
              {rows.length > shown && (
                <View className="centre mt2">
                  <TextLink
                    text={importWords.more}
                    onTap={() => setShown((before) => before + rowsAtOnce)}
                  />
                </View>
              )}
              <View className="mt4">
                <DiscardLink batch={batch} onChanged={reload} />
              </View>
            </View>
          )
        }
      </ListFaces>
    </PageShell>
  )
}
