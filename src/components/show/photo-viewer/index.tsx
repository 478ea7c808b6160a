import { type KeyboardEvent, useState } from 'react'
import { Icon } from '../icon'
import { useShell } from '../../frame/page-shell/shell-context'
import { Overlay } from '../../frame/sheet/overlay'
import { Tappable } from '../../tap/tappable'
import './index.scss'

interface PhotoViewerProps {
  urls: readonly string[]
  /** The first one shown, from 0. */
  at: number
  onClose: () => void
}

/** Photos one by one over the whole window, in a browser; WeChat has its own. */
export function PhotoViewer({ urls, at, onClose }: PhotoViewerProps) {
  const { words } = useShell()
  const [place, setPlace] = useState(at)
  const last = urls.length - 1
  const go = (to: number) => setPlace(Math.min(last, Math.max(0, to)))
  const name = words.photoOf(place + 1, urls.length)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') go(place - 1)
    if (event.key === 'ArrowRight') go(place + 1)
  }
  return (
    <Overlay role="dialog" place="full" title={name} onClose={onClose}>
      <div className="photo-viewer" onKeyDown={onKeyDown}>
        <div className="photo-viewer__top">
          <div className="grow tabular" aria-live="polite">
            {name}
          </div>
          <Tappable className="photo-viewer__sign" label={words.close} onTap={onClose}>
            <Icon name="x" />
          </Tappable>
        </div>
        <img className="photo-viewer__photo" src={urls[place]} alt={name} />
        {last > 0 && (
          <div className="photo-viewer__turn">
            <Tappable
              className="photo-viewer__sign"
              label={words.previousPhoto}
              disabled={place === 0}
              onTap={() => go(place - 1)}
            >
              <Icon name="back" />
            </Tappable>
            <Tappable
              className="photo-viewer__sign"
              label={words.nextPhoto}
              disabled={place === last}
              onTap={() => go(place + 1)}
            >
              <Icon name="right" />
            </Tappable>
          </div>
        )}
      </div>
    </Overlay>
  )
}
