import { View } from '@tarojs/components'
import { fullDay } from '@/copy/moment'
import { evidenceWords as words } from '@/copy/task-parts'
import { beijingDay, beijingTime } from '@/domain/calendar/day'
import type { ActionOutput } from '@/contract/actions'
import { StoredDocuments } from '@/src/acting/stored-documents'
import { StoredPhotos } from '@/src/acting/stored-photos'
import { ListFaces } from '@/src/components/frame/list-faces'
import { Sheet } from '@/src/components/frame/sheet'
import { useAction } from '@/src/platform/use-action'
import type { Part } from '../staff-task'
import { ShotLines } from './shot-lines'

type Evidence = ActionOutput<'task.listEvidence'>['items'][number]

const photosOf = (items: readonly Evidence[], use: Evidence['use']) =>
  items.flatMap(({ fileId, url, camera, ...each }) =>
    each.use === use && url !== null ? [{ fileId, url, camera }] : [],
  )

const takenAt = ({ at }: Evidence) => words.takenAt(fullDay(beijingDay(at)), beijingTime(at))

function EvidenceList({ items }: { items: readonly Evidence[] }) {
  const papers = items.filter(({ use }) => use === 'paper')
  return (
    <View>
      <StoredPhotos photos={photosOf(items, 'before')} title={words.before} alt={words.beforeNth} />
      <StoredPhotos photos={photosOf(items, 'after')} title={words.photos} alt={words.photoNth} />
      <ShotLines photos={photosOf(items, 'after')} />
      {papers.length > 0 && <View className="sub mt3 mb2">{words.papers}</View>}
      <StoredDocuments
        documents={papers.map((paper) => ({
          ...paper,
          line: [
            takenAt(paper),
            paper.secret ? words.secret : null,
            paper.url === null ? words.notOpen : null,
            words.digest(paper.sha256.slice(0, 16)),
          ],
        }))}
      />
    </View>
  )
}

interface EvidenceSheetProps {
  taskId: string
  part: Part
  onClose: () => void
}

/** 佐证 of one part: what proves it now, and what did before it was taken back. */
export function EvidenceSheet({ taskId, part, onClose }: EvidenceSheetProps) {
  const { load, retry } = useAction('task.listEvidence', { taskId, partId: part.id })
  return (
    <Sheet open title={words.title} onClose={onClose}>
      <View className="name mb2">{part.text}</View>
      <ListFaces load={load} onRetry={retry} skeletons={2}>
        {({ items }) => {
          const former = items.filter((item) => item.former)
          return (
            <View>
              <EvidenceList items={items.filter((item) => !item.former)} />
              {former.length > 0 && (
                <View className="mt4">
                  <View className="name">{words.former}</View>
                  <EvidenceList items={former} />
                </View>
              )}
            </View>
          )
        }}
      </ListFaces>
    </Sheet>
  )
}
