/** Long edge after redrawing; a licence plate or a drain stays readable. */
const longEdge = 1920
const jpegQuality = 0.85

/**
 * Draws a photo anew as JPEG: what the camera wrote beside the picture (place, device, time) is
 * gone, and it is small enough for a weak network. Where the browser cannot read the format the
 * file comes back as it is, and the server strips it. H5 only.
 */
export async function redrawPhoto(file: Blob): Promise<Blob> {
  try {
    const bitmap = await createImageBitmap(file)
    const scale = Math.min(1, longEdge / Math.max(bitmap.width, bitmap.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(bitmap.width * scale)
    canvas.height = Math.round(bitmap.height * scale)
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    bitmap.close()
    const drawn = await new Promise<Blob | null>((resolve) =>
      canvas.toBlob(resolve, 'image/jpeg', jpegQuality),
    )
    return drawn ?? file
  } catch {
    return file
  }
}
