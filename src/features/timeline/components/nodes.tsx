import { View } from '@tarojs/components'
import { negotiationWords as words } from '@/copy/negotiation'
import { evidenceWords } from '@/copy/task-parts'
import { beijingDay, type IsoDay } from '@/domain/calendar/day'
import { StoredDocuments } from '@/src/acting/stored-documents'
import { StoredPhotos } from '@/src/acting/stored-photos'
import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { TextLink } from '@/src/components/tap/text-link'
import { serverNow } from '@/src/platform/clock'
import type { Timeline } from '../hooks/use-replies'
import type { NodeDialog } from '../node-dialogs'

type Measure = Timeline['measures'][number]
type Node = NonNullable<Measure['node']>
type Report = NonNullable<Node['report']>

interface NodesProps {
  timeline: Timeline
  onOpen: (dialog: NodeDialog, about: string) => void
}

const ways = [
  { event: 'reportNode', text: words.reportNode, label: words.reportNodeOf },
  { event: 'confirmNode', text: words.confirmNode, label: words.confirmNodeOf },
  { event: 'returnNode', text: words.returnNode, label: words.returnNodeOf },
  { event: 'undoNode', text: words.undoNode, label: words.undoNodeOf },
] as const

const waysOf = ({ events }: Node) => ways.filter(({ event }) => events.includes(event))

const factsOf = ({ state, report, returnedFor }: Node, today: IsoDay) => [
  words.nodeStates[state],
  report && words.nodeDoneOn(report.on, today),
  report?.paperNumber ? words.nodePaper(report.paperNumber) : null,
  report?.by === 'unit' ? words.nodeByUnit : null,
  report && state === 'reported'
    ? words.confirmBy(report.confirmDueOn, today, report.confirmDueProvisional)
    : null,
  returnedFor ? words.returnedFor(returnedFor) : null,
]

/** 企业报完成: every measure whose day binds the firm, what was said of it, and what to do now. */
export function Nodes({ timeline, onOpen }: NodesProps) {
  const today = beijingDay(serverNow())
  const nodes = timeline.measures.flatMap(({ id, text, node }) =>
    node ? [{ id, text, node }] : [],
  )
  if (nodes.length === 0) return null
  const done = nodes.filter(({ node }) => node.state === 'done').length
  return (
    <View>
      <SectionHead text={words.nodesHead} right={words.nodesDone(done, nodes.length)} />
      <Card rows>
        {nodes.map(({ id, text, node }) => (
          <Row
            key={id}
            icon={node.state === 'done' ? 'check' : 'clock'}
            name={text}
            line={factsOf(node, today)}
            {...((node.report || waysOf(node).length > 0) && {
              under: <Below node={node} about={text} onOpen={(dialog) => onOpen(dialog, id)} />,
            })}
          />
        ))}
      </Card>
    </View>
  )
}

const photosOf = ({ files }: Report, before: boolean) =>
  files.flatMap(({ fileId, url, isPhoto, isBefore }) =>
    isPhoto && isBefore === before && url !== null ? [{ fileId, url }] : [],
  )

interface BelowProps {
  node: Node
  about: string
  onOpen: (dialog: NodeDialog) => void
}

/** What was said of it, and the ways on in a line of their own: beside the name they would squeeze it. */
function Below({ node, about, onOpen }: BelowProps) {
  return (
    <View>
      {node.report && <Said report={node.report} />}
      <View className="flex">
        {waysOf(node).map(({ event, text, label }, place) => (
          <View key={event} className={place > 0 ? 'ml4' : ''}>
            <TextLink text={text} label={label(about)} onTap={() => onOpen(event)} />
          </View>
        ))}
      </View>
    </View>
  )
}

function Said({ report }: { report: Report }) {
  const papers = report.files.filter(({ isPhoto, url }) => !isPhoto || url === null)
  return (
    <View>
      <View className="sub">{report.words}</View>
      <StoredPhotos
        photos={photosOf(report, true)}
        title={evidenceWords.before}
        alt={evidenceWords.beforeNth}
      />
      <StoredPhotos
        photos={photosOf(report, false)}
        title={evidenceWords.photos}
        alt={evidenceWords.photoNth}
      />
      <StoredDocuments
        documents={papers.map(({ fileId, name, url, isSecret }, place) => ({
          fileId,
          url,
          name: name ?? words.planFileNth(place + 1),
          line: [
            isSecret ? evidenceWords.secret : null,
            url === null ? evidenceWords.notOpen : null,
          ],
        }))}
      />
    </View>
  )
}
