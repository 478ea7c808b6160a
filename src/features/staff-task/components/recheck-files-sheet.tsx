import { View } from '@tarojs/components'
import { closeOutWords as words } from '@/copy/close-out'
import type { ActionInput } from '@/contract/actions'
import { StoredPhotos } from '@/src/acting/stored-photos'
import { ListFaces } from '@/src/components/frame/list-faces'
import { Sheet } from '@/src/components/frame/sheet'
import { useAction } from '@/src/platform/use-action'
import { ShotLines } from './shot-lines'

interface RecheckFilesSheetProps extends ActionInput<'task.listRecheckFiles'> {
  onClose: () => void
}

/** What was photographed at one 回头看. */
export function RecheckFilesSheet({ onClose, ...which }: RecheckFilesSheetProps) {
  const { load, retry } = useAction('task.listRecheckFiles', which)
  return (
    <Sheet open title={words.recheckFilesTitle} onClose={onClose}>
      <ListFaces load={load} onRetry={retry} skeletons={1}>
        {({ items }) => {
          const photos = items.flatMap(({ url, ...photo }) =>
            url === null ? [] : [{ ...photo, url }],
          )
          return (
            <View>
              <StoredPhotos photos={photos} alt={words.sitePhoto} />
              <ShotLines photos={photos} />
            </View>
          )
        }}
      </ListFaces>
    </Sheet>
  )
}
