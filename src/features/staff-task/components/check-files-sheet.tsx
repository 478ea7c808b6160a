import { View } from '@tarojs/components'
import { closeOutWords as words } from '@/copy/close-out'
import type { ActionInput, ActionOutput } from '@/contract/actions'
import { StoredPhotos } from '@/src/acting/stored-photos'
import { ListFaces } from '@/src/components/frame/list-faces'
import { Sheet } from '@/src/components/frame/sheet'
import { useAction } from '@/src/platform/use-action'
import type { StaffTask } from '../staff-task'
import { ShotLines } from './shot-lines'

type File = ActionOutput<'task.listCheckFiles'>['items'][number]

const photosOf = (items: readonly File[], of: string | null) =>
  items.flatMap(({ measureId, fileId, url, camera }) =>
    measureId === of && url !== null ? [{ fileId, url, camera }] : [],
  )

interface CheckFilesSheetProps extends Pick<ActionInput<'task.listCheckFiles'>, 'cycle' | 'level'> {
  task: StaffTask
  onClose: () => void
}

/** What was photographed on site, measure by measure, and what the second signed by hand. */
export function CheckFilesSheet({ task, cycle, level, onClose }: CheckFilesSheetProps) {
  const { load, retry } = useAction('task.listCheckFiles', { taskId: task.id, cycle, level })
  return (
    <Sheet open title={words.siteFilesTitle} onClose={onClose}>
      <View className="sub">{words.siteNoJudging}</View>
      <ListFaces load={load} onRetry={retry} skeletons={2}>
        {({ items }) => (
          <View>
            {task.measures.map(({ id, text }) => (
              <View key={id}>
                <StoredPhotos title={text} photos={photosOf(items, id)} alt={words.sitePhoto} />
                <ShotLines photos={photosOf(items, id)} />
              </View>
            ))}
            <StoredPhotos
              title={words.signatures}
              photos={photosOf(items, null)}
              alt={words.signatureNth}
            />
          </View>
        )}
      </ListFaces>
    </Sheet>
  )
}
