import { View } from '@tarojs/components'
import { caseFileWords as words } from '@/copy/case-file'
import { caseFileRoles } from '@/domain/papers/policy'
import { LoadedPage } from '@/src/acting/loaded-page'
import { PageShell } from '@/src/components/frame/page-shell'
import { SectionHead } from '@/src/components/frame/section-head'
import { StateChip } from '@/src/components/show/state-chip'
import { WidePane } from '@/src/components/frame/wide-shell'
import { OfficeFrame } from '@/src/features/office/office-frame'
import { taskChip } from '@/src/features/office/state-chips'
import { useChain } from '@/src/platform/use-chain'
import { useMembership } from '@/src/platform/use-me'
import { useWide } from '@/src/platform/use-wide'
import { useCaseFile } from '../hooks/use-case-file'
import './case-file.scss'
import { ChainPart, HistoryPart } from './chain-part'
import { EvidenceList, EvidenceTable, NumberedPapers, summaryOf } from './evidence-table'
import { TakePart } from './take-part'

/** 一案一档: whether the record of a task is whole, what proves it, and what goes out of it. */
export function CaseFilePage({ taskId }: { taskId: string }) {
  const role = useMembership()?.role
  const chain = useChain(taskId)
  if (role !== undefined && caseFileRoles.includes(role))
    return <WholeFile taskId={taskId} chain={chain} />
  return (
    <PageShell title={words.title} secrecy>
      <ChainPart taskId={taskId} chain={chain} />
    </PageShell>
  )
}

function WholeFile({ taskId, chain }: { taskId: string; chain: ReturnType<typeof useChain> }) {
  const { load, retry, reload } = useCaseFile(taskId)
  const isOffice = useMembership()?.role === 'coordinator'
  const isWide = useWide() && isOffice
  return (
    <LoadedPage title={words.title} secrecy load={load} retry={retry}>
      {(caseFile, notice) => {
        const head = (
          <View className="mb3">
            <View className="case-head">
              <StateChip {...taskChip(caseFile.state)} />
              <View className="sub">{words.number(caseFile.number)}</View>
            </View>
            <View className="title mt2" role="heading" aria-level={1}>
              {summaryOf(caseFile)}
            </View>
          </View>
        )
        const take = <TakePart taskId={taskId} caseFile={caseFile} reload={reload} />
        return isWide ? (
          <OfficeFrame current="ledger">
            <WidePane kind="list">
              <View className="wide-pane__read">
                <HistoryPart chain={chain} />
              </View>
            </WidePane>
            <WidePane kind="main">
              {notice}
              {head}
              <SectionHead text={words.evidence} />
              <EvidenceTable caseFile={caseFile} />
              <NumberedPapers caseFile={caseFile} />
            </WidePane>
            <WidePane kind="side">
              <ChainPart taskId={taskId} chain={chain} />
              {take}
            </WidePane>
          </OfficeFrame>
        ) : (
          <PageShell title={words.title} secrecy>
            {notice}
            {head}
            <ChainPart taskId={taskId} chain={chain} />
            <SectionHead text={words.evidence} />
            <EvidenceList caseFile={caseFile} />
            <NumberedPapers caseFile={caseFile} />
            {take}
          </PageShell>
        )
      }}
    </LoadedPage>
  )
}
