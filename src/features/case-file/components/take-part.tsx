import { View } from '@tarojs/components'
import { caseFileWords as words } from '@/copy/case-file'
import { fullDay } from '@/copy/moment'
import type { ActionInput, ActionOutput } from '@/contract/actions'
import { beijingDay } from '@/domain/calendar/day'
import { deed } from '@/src/acting/deed'
import { RefusalNote } from '@/src/acting/refusal-note'
import { sayFailure } from '@/src/acting/say-failure'
import { useAct } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { NoteBlock } from '@/src/components/show/note-block'
import { ProgressBar } from '@/src/components/show/progress'
import { SectionHead } from '@/src/components/frame/section-head'
import { copyText } from '@/src/platform/clipboard'
import { serverNow } from '@/src/platform/clock'
import { openDocument } from '@/src/platform/open-document'

import { printEvidence } from './evidence-table'

interface TakePartProps {
  taskId: string
  caseFile: ActionOutput<'papers.getCaseFile'>
  reload: () => Promise<void>
}

type Taken = ActionInput<'papers.takePaper'>['paper']

/** No phone opens a ZIP: its link goes to a computer. */
const hand = (paper: Taken, url: string) => {
  const isOnPhone = process.env.TARO_ENV !== 'h5'
  const handed = isOnPhone && paper === 'file' ? copyText(url) : openDocument(url)
  void handed.catch(sayFailure)
}

/** 下载: the whole in one, or a sheet in Word. */
export function TakePart({ taskId, caseFile, reload }: TakePartProps) {
  const { file, hasNotice } = caseFile
  const act = useAct(reload)
  const isMaking = file.state === 'making' || (act.busy && file.state === 'none')
  const make = () => {
    void act.run(deed('papers.makeCaseFile', { taskId }, { told: words.made }))
    // While it is packed the page reads how far it is.
    setTimeout(() => void reload(), 800)
  }
  const take = (paper: Taken) =>
    void act.run(
      deed(
        'papers.takePaper',
        { taskId, paper },
        {
          told: process.env.TARO_ENV !== 'h5' && paper === 'file' ? words.linkCopied : undefined,
          then: ({ url }) => hand(paper, url),
        },
      ),
    )
  const percent = file.total > 0 ? Math.floor((file.done / file.total) * 100) : 0
  return (
    <View>
      <SectionHead text={words.download} />
      <RefusalNote text={act.refusal} />
      {isMaking && (
        <View className="mb3" role="status">
          <View className="mb2">{words.making(percent)}</View>
          <ProgressBar percent={percent} label={words.making(percent)} />
        </View>
      )}
      {file.state === 'failed' && (
        <View className="mb3" role="alert">
          <NoteBlock icon="alert" tone="amber">
            {words.failed}
          </NoteBlock>
        </View>
      )}
      {file.state === 'ready' && (
        <View className="mb3">
          <ActionButton
            icon="download"
            text={words.take(file.total)}
            busy={act.busy}
            onTap={() => take('file')}
          />
          {file.madeOn && <View className="sub mt2">{words.madeOn(fullDay(file.madeOn))}</View>}
        </View>
      )}
      <View className="mb3">
        <ActionButton
          kind={file.state === 'ready' ? 'outlined' : 'filled'}
          icon="box"
          text={file.state === 'ready' ? words.makeAgain : words.make}
          busy={act.busy}
          blocked={file.state === 'making' ? words.wait : null}
          onTap={make}
        />
      </View>
      <View className="mb3">
        <ActionButton
          kind="outlined"
          icon="doc"
          text={words.sheet}
          busy={act.busy}
          onTap={() => take('sheet')}
        />
      </View>
      {process.env.TARO_ENV === 'h5' && (
        <View className="mb3">
          <ActionButton
            kind="outlined"
            icon="doc"
            text={words.print}
            onTap={() => printEvidence(caseFile, fullDay(beijingDay(serverNow())))}
          />
        </View>
      )}
      {hasNotice && (
        <ActionButton
          kind="outlined"
          icon="doc"
          text={words.notice}
          busy={act.busy}
          onTap={() => take('notice')}
        />
      )}
      <View className="sub mt3">{words.protects}</View>
    </View>
  )
}
