import { View } from '@tarojs/components'
import { caseFileWords as words } from '@/copy/case-file'
import { chainCheckWords } from '@/copy/chain-check'
import { fullDay } from '@/copy/moment'
import { taskEventNames } from '@/copy/task-staff'
import type { ActionOutput } from '@/contract/actions'
import {
  type ChainFile,
  chainFileFormat,
  printedHead,
  verifyChainFile,
} from '@/domain/audit/chain-file'
import { beijingDay } from '@/domain/calendar/day'
import { ActionButton } from '@/src/components/tap/action-button'
import { ListFaces } from '@/src/components/frame/list-faces'
import { NoteBlock } from '@/src/components/show/note-block'
import { QrCode } from '@/src/components/show/qr-code'
import { SectionHead } from '@/src/components/frame/section-head'
import { TextLink } from '@/src/components/tap/text-link'
import { Timeline } from '@/src/components/show/timeline'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { wayTo } from '@/src/platform/navigation'
import { sha256 } from '@/src/platform/sha256'
import { handOverText } from '@/src/platform/text-file'
import type { useChain } from '@/src/platform/use-chain'

const fileOf = (
  taskId: string,
  { number, head, events }: ActionOutput<'papers.exportChain'>,
): ChainFile => ({ format: chainFileFormat, thing: 'task', thingId: taskId, number, head, events })

const handOver = async (file: ChainFile) => {
  const isDone = await handOverText(words.fileName(file.number), JSON.stringify(file))
  const told = process.env.TARO_ENV === 'h5' ? words.exported : words.copied
  toast(isDone ? told : words.refused)
}

interface ChainPartProps {
  taskId: string
  chain: ReturnType<typeof useChain>
}

/** Every record in its order, the newest last. */
export function HistoryPart({ chain: { load, retry } }: Pick<ChainPartProps, 'chain'>) {
  return (
    <ListFaces load={load} onRetry={retry} skeletons={3}>
      {({ events }) => (
        <View>
          <SectionHead first text={words.history} right={words.count(events.length)} />
          <Timeline
            nodes={events.map(({ seq, event, at }) => ({
              key: String(seq),
              state: 'done',
              name: taskEventNames[event] ?? event,
              date: fullDay(beijingDay(at)),
            }))}
          />
        </View>
      )}
    </ListFaces>
  )
}

/** The chain read anew and checked on this machine, its end as a code, and the way out. */
export function ChainPart({ taskId, chain: { load, retry, reload } }: ChainPartProps) {
  return (
    <ListFaces load={load} onRetry={retry} skeletons={2}>
      {(data) => <Chain file={fileOf(taskId, data)} onAgain={() => void reload()} />}
    </ListFaces>
  )
}

function Chain({ file, onAgain }: { file: ChainFile; onAgain: () => void }) {
  const { broken, at } = verifyChainFile(file, sha256)
  return (
    <View>
      <SectionHead first text={broken ? words.chainBroken : words.chain} />
      <View role="status">
        <NoteBlock icon={broken ? 'alert' : 'shield'} tone={broken ? 'red' : 'green'}>
          {broken ? chainCheckWords.broken(broken) : chainCheckWords.whole(file.events.length)}
          {at && <View className="sub">{chainCheckWords.event(at)}</View>}
        </NoteBlock>
      </View>
      <View className="mt3">
        <ActionButton kind="outlined" icon="refresh" small text={words.again} onTap={onAgain} />
      </View>
      <View className="sub mt2">{words.limit}</View>
      <SectionHead text={words.anyone} />
      <QrCode text={printedHead(file.number, file.head)} label={words.qr} />
      <View className="sub mt2">{words.head}</View>
      <View className="fingerprint">{file.head}</View>
      <View className="mt3">
        <ActionButton
          kind="outlined"
          icon="download"
          small
          text={words.exportFile}
          onTap={() => void handOver(file)}
        />
      </View>
      <View className="sub mt2">{words.sealed}</View>
      <View className="mt2">
        <TextLink text={words.check} go="right" {...wayTo('subpackages/papers/check')} />
      </View>
    </View>
  )
}
