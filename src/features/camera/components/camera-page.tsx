import { Camera, View } from '@tarojs/components'
import { useState } from 'react'
import { cameraWords as words } from '@/copy/camera'
import type { Role } from '@/domain/organization/role'
import { OnlyFor } from '@/src/acting/only-for'
import { ActionButton } from '@/src/components/tap/action-button'
import { FootBar } from '@/src/components/frame/foot-bar'
import { NoteBlock } from '@/src/components/show/note-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { Picture } from '@/src/components/show/picture'
import { TextLink } from '@/src/components/tap/text-link'
import { useSiteCamera } from '../hooks/use-site-camera'
import './camera-page.scss'

const holderId = 'site-camera'

/** Whose forms have the way here: who does the work, and who accepts it. */
const photographers: readonly Role[] = ['unitStaff', 'unitLeader', 'enterpriseAgent']

/** 现场拍照: the page's own camera, with the old photo over it for the same angle. */
export function CameraPage() {
  const { wanted, refused, busy, shoot, takeOther, refuse } = useSiteCamera(holderId)
  const [isShown, show] = useState(true)
  if (!wanted)
    return (
      <OnlyFor roles={photographers} title={words.title}>
        <PageShell title={words.title} secrecy>
          <NoteBlock icon="info">{words.fromForm}</NoteBlock>
        </PageShell>
      </OnlyFor>
    )
  return (
    <PageShell
      title={words.title}
      foot={
        <FootBar>
          <ActionButton
            text={refused ? words.other : words.shoot}
            busy={busy}
            onTap={() => void (refused ? takeOther() : shoot())}
          />
        </FootBar>
      }
    >
      <View id={holderId} className="site-camera">
        {process.env.TARO_ENV !== 'h5' && (
          <Camera
            className="site-camera__view"
            devicePosition="back"
            flash="off"
            onError={refuse}
          />
        )}
        {wanted.old && isShown && (
          <Picture className="site-camera__old" mode="aspectFit" src={wanted.old} alt={words.old} />
        )}
      </View>
      {wanted.old && (
        <TextLink
          text={isShown ? words.hideOld : words.showOld}
          expanded={isShown}
          onTap={() => show(!isShown)}
        />
      )}
      <View className="mt3">
        <NoteBlock icon="info">{refused ? words.refused : words.line}</NoteBlock>
      </View>
    </PageShell>
  )
}
