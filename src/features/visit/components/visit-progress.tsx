import { View } from '@tarojs/components'
import { fullDay, monthDay } from '@/copy/moment'
import { firmVisitWords as words } from '@/copy/visit'
import { StoredDocuments } from '@/src/acting/stored-documents'
import { StoredPhotos } from '@/src/acting/stored-photos'
import { Card } from '@/src/components/show/card'
import { NoteBlock } from '@/src/components/show/note-block'
import { SectionHead } from '@/src/components/frame/section-head'
import { Timeline, type TimelineNode } from '@/src/components/show/timeline'
import type { FirmVisit } from '../visit'

const nodesOf = ({ notice, record, side, rating }: FirmVisit): TimelineNode[] => [
  {
    key: 'notice',
    name: words.noticeGiven,
    state: notice ? 'done' : 'now',
    ...(notice && { date: monthDay(notice.givenOn) }),
  },
  {
    key: 'seen',
    name: words.seen,
    state: record ? 'done' : notice ? 'now' : 'todo',
    ...((record ?? notice) && { date: monthDay((record ?? notice)!.on) }),
    ...(notice && { line: words.seenLine(notice.officers.length) }),
  },
  {
    key: 'handed',
    name: words.handed,
    state: record ? 'done' : 'todo',
    ...(record && {
      date: monthDay(record.recordedOn),
      line: words.handedTo(record.receivedBy),
    }),
  },
  ...(side === 'firm' && record
    ? [
        {
          key: 'rate',
          name: rating ? words.rated : words.rateNode,
          state: rating ? ('done' as const) : ('now' as const),
          line: words.rateNodeLine,
        },
      ]
    : []),
]

/** 走到哪了, with the record and what the firm says against it. */
export function VisitProgress({ visit }: { visit: FirmVisit }) {
  const { record, dissent, state } = visit
  const files = record?.files ?? []
  const photos = files.flatMap(({ fileId, url, isPhoto }) =>
    isPhoto && url ? [{ fileId, url }] : [],
  )
  const papers = files.filter(({ isPhoto }) => !isPhoto)
  return (
    <View>
      {state !== 'cancelled' && state !== 'notMade' && (
        <View>
          <SectionHead text={words.progress} />
          <Card>
            <Timeline nodes={nodesOf(visit)} />
          </Card>
        </View>
      )}
      {record && (
        <View>
          <SectionHead text={words.record} />
          <StoredDocuments
            documents={papers.map((file, place) => ({ ...file, name: words.paper(place + 1) }))}
          />
          <StoredPhotos photos={photos} alt={words.photo} />
        </View>
      )}
      {dissent && (
        <View className="mt3">
          <NoteBlock icon="edit" tone="amber">
            <View className="name">{words.dissent}</View>
            <View>{dissent.words}</View>
            <View className="sub">{fullDay(dissent.on)}</View>
          </NoteBlock>
        </View>
      )}
    </View>
  )
}
