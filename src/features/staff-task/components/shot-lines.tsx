import { View } from '@tarojs/components'
import { cameraWords as words } from '@/copy/camera'
import type { ActionOutput } from '@/contract/actions'

type Camera = ActionOutput<'task.listEvidence'>['items'][number]['camera']

/** When and where each photo was taken, as far as that can be told. */
export function ShotLines({ photos }: { photos: readonly { fileId: string; camera: Camera }[] }) {
  return (
    <View>
      {photos.map(({ fileId, camera }, place) => (
        <View key={fileId} className="sub">
          {camera ? words.shot(place + 1, camera) : words.notShot(place + 1)}
        </View>
      ))}
    </View>
  )
}
