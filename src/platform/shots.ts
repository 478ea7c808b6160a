import type { LocalFile } from './local-file'
import { openPage } from './navigation'

/** A form that waits for a photo of the page with the camera. */
interface Waiting {
  /** Address of the old photo, to stand at the same place again; empty for none. */
  readonly old: string
  readonly give: (photo: LocalFile | null) => void
}

let waiting: Waiting | null = null

/** Opens the page with the camera; null when the person went back without a photo. */
export function takeOnSite(old: string): Promise<LocalFile | null> {
  waiting?.give(null)
  return new Promise((give) => {
    waiting = { old, give }
    openPage('subpackages/unit/camera')
  })
}

/** What the page with the camera is open for; null when it was opened by its address. */
export const shotWanted = (): Pick<Waiting, 'old'> | null => waiting

/** The form takes the photo, or learns that there is none. */
export function giveShot(photo: LocalFile | null) {
  waiting?.give(photo)
  waiting = null
}
