import Taro from '@tarojs/taro'

/** Long edge after marking, as of every photo of a browser. */
const longEdge = 1920
const quality = 0.85

/** What both canvases can do. */
type Pen = Pick<
  CanvasRenderingContext2D,
  'drawImage' | 'fillRect' | 'fillText' | 'fillStyle' | 'font' | 'textBaseline'
>

interface Size {
  readonly width: number
  readonly height: number
}

const fitted = ({ width, height }: Size): Size => {
  const scale = Math.min(1, longEdge / Math.max(width, height, 1))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

/** The lines on a dark band along the bottom. */
const write = (pen: Pen, lines: readonly string[], { width, height }: Size) => {
  const text = Math.max(18, Math.round(width / 32))
  const line = Math.round(text * 1.5)
  const top = height - line * lines.length - line / 2
  pen.fillStyle = 'rgba(0, 0, 0, 0.55)'
  pen.fillRect(0, top, width, height - top)
  pen.fillStyle = '#ffffff'
  pen.font = `${text}px sans-serif`
  pen.textBaseline = 'top'
  lines.forEach((words, place) => pen.fillText(words, text, top + line / 4 + place * line))
}

async function markInBrowser(src: string, lines: readonly string[]): Promise<string> {
  const bitmap = await createImageBitmap(await (await fetch(src)).blob())
  const size = fitted(bitmap)
  const canvas = Object.assign(document.createElement('canvas'), size)
  const pen = canvas.getContext('2d')!
  pen.drawImage(bitmap, 0, 0, size.width, size.height)
  bitmap.close()
  write(pen, lines, size)
  const drawn = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', quality),
  )
  return drawn ? URL.createObjectURL(drawn) : src
}

async function markOnPhone(src: string, lines: readonly string[]): Promise<string> {
  const size = fitted(await Taro.getImageInfo({ src }))
  const canvas = Taro.createOffscreenCanvas({ type: '2d', ...size })
  const image = canvas.createImage()
  await new Promise<void>((resolve, reject) => {
    Object.assign(image, { onload: () => resolve(), onerror: reject, src })
  })
  const pen = canvas.getContext('2d') as Pen
  pen.drawImage(image as unknown as CanvasImageSource, 0, 0, size.width, size.height)
  write(pen, lines, size)
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: canvas as unknown as Taro.Canvas,
    fileType: 'jpg',
    quality,
  })
  return tempFilePath
}

/**
 * A plain watermark: the lines written along the bottom of a photo, as JPEG. The photo as it is
 * where the phone cannot draw: its time and place stand beside it in the record.
 */
export async function markPhoto(src: string, lines: readonly string[]): Promise<string> {
  const mark = process.env.TARO_ENV === 'h5' ? markInBrowser : markOnPhone
  return mark(src, lines).catch(() => src)
}
