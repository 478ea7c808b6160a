import type { CameraMark } from '@/domain/file/camera'

/** What staff read of the mark: whether there is a place, never where a person stood. */
export const describeCamera = (camera: CameraMark | undefined) =>
  camera
    ? {
        takenAt: camera.takenAt,
        timeAgrees: camera.timeAgrees,
        hasPlace: camera.place !== null,
      }
    : null
