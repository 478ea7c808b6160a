import { View } from '@tarojs/components'
import { useState } from 'react'
import { importWords, uploadWords } from '@/copy/import-review'
import { OnlyFor } from '@/src/acting/only-for'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { FootBar } from '@/src/components/frame/foot-bar'
import { PageShell } from '@/src/components/frame/page-shell'
import { Row } from '@/src/components/show/row'
import { Sheet } from '@/src/components/frame/sheet'
import { WidePane } from '@/src/components/frame/wide-shell'
import { OfficeFrame } from '@/src/features/office/office-frame'
import { wayTo } from '@/src/platform/navigation'
import { useWide } from '@/src/platform/use-wide'
import { useBatchList } from '../hooks/use-batch-list'
import { BatchListView } from './batch-list'
import { ImportForm } from './import-form'
import './import.scss'

/** Lists imported so far, and a new one. */
export function ImportsPage() {
  return (
    <OnlyFor roles={['coordinator']} title={importWords.title}>
      <Imports />
    </OnlyFor>
  )
}

function Imports() {
  const wide = useWide()
  const list = useBatchList()
  const [open, setOpen] = useState(false)
  const imported = () => {
    setOpen(false)
    void list.reload()
  }
  if (wide)
    return (
      <OfficeFrame current="imports">
        <WidePane kind="main">
          <View className="imports-wide">
            <View className="title mb4" role="heading" aria-level={1}>
              {importWords.lists}
            </View>
            <RoundsRow />
            <BatchListView list={list} />
          </View>
        </WidePane>
        <WidePane kind="side">
          <View className="head mb2" role="heading" aria-level={2}>
            {uploadWords.title}
          </View>
          <ImportForm rounds={list.rounds} onImported={imported} />
        </WidePane>
      </OfficeFrame>
    )
  return (
    <PageShell
      title={importWords.title}
      secrecy
      foot={
        <FootBar>
          <ActionButton icon="upload" text={importWords.start} onTap={() => setOpen(true)} />
        </FootBar>
      }
    >
      <RoundsRow />
      <BatchListView list={list} onStart={() => setOpen(true)} />
      <Sheet open={open} title={uploadWords.title} onClose={() => setOpen(false)}>
        <ImportForm rounds={list.rounds} onImported={imported} />
      </Sheet>
    </PageShell>
  )
}

/** To the rounds that lists belong to. */
function RoundsRow() {
  return (
    <View className="mb3">
      <Card rows>
        <Row
          icon="table"
          name={importWords.rounds}
          line={importWords.roundsLine}
          {...wayTo('subpackages/office/rounds')}
        />
      </Card>
    </View>
  )
}
