/** Four by three pixels, made by a browser's canvas: real files of each allowed kind. */
const jpeg =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAADAAQDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAXEAEAAwAAAAAAAAAAAAAAAAAAAQMy/8QAFQEBAQAAAAAAAAAAAAAAAAAABAX/xAAbEQACAQUAAAAAAAAAAAAAAAAAAQIEMTNxsf/aAAwDAQACEQMRAD8Aj2bkAKV2W6bDDS4f/9k='
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAYAAAC09K7GAAAAJ0lEQVR4AWTIsQkAAAgDQckUgqX7uJJLuV8krT5c84guyqRTYKc3FgAA//8ocU23AAAABklEQVQDAEM+B7HiEUH6AAAAAElFTkSuQmCC'
const webp =
  'UklGRiYCAABXRUJQVlA4WAoAAAAgAAAAAwAAAgAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggOAAAAPABAJ0BKgQAAwACwEwlqAJ0ugADCQb9SAD+2tl32qljEi5L+f8f8sv3/+Tf8t6q+WX7//Jv6qAA'

const bytesOf = (base64: string): Buffer => Buffer.from(base64, 'base64')

export const plainJpeg = bytesOf(jpeg)
export const plainPng = bytesOf(png)
export const plainWebp = bytesOf(webp)

const jpegSegment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** An EXIF body as phones write it: little-endian, the orientation, and a text. */
export const exifBody = (orientation: number, text: string): Buffer => {
  const tiff = Buffer.alloc(38)
  tiff.write('II', 0, 'latin1')
  tiff.writeUInt16LE(42, 2)
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(2, 8)
  tiff.writeUInt16LE(0x010f, 10) // the camera's maker, a text
  tiff.writeUInt16LE(2, 12)
  tiff.writeUInt32LE(text.length, 14)
  tiff.writeUInt32LE(38, 18)
  tiff.writeUInt16LE(0x0112, 22)
  tiff.writeUInt16LE(3, 24)
  tiff.writeUInt32LE(1, 26)
  tiff.writeUInt16LE(orientation, 30)
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(text, 'latin1')])
}

/** A phone's JPEG: EXIF with `secret`, XMP, a comment, and something behind the end. */
export const jpegWith = (secret: string, orientation = 1): Buffer =>
  Buffer.concat([
    plainJpeg.subarray(0, 2),
    jpegSegment(0xe1, exifBody(orientation, secret)),
    jpegSegment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x>${secret}</x>`, 'latin1')),
    jpegSegment(0xed, Buffer.from(`Photoshop 3.0\0${secret}`, 'latin1')),
    jpegSegment(0xfe, Buffer.from(secret, 'latin1')),
    plainJpeg.subarray(2),
    Buffer.from(secret, 'latin1'),
  ])

const pngChunk = (type: string, body: string): Buffer => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(Buffer.byteLength(body, 'latin1'), 0)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, Buffer.from(body, 'latin1'), Buffer.alloc(4)])
}

export const pngWith = (secret: string): Buffer => {
  const afterHeader = 8 + 25
  return Buffer.concat([
    plainPng.subarray(0, afterHeader),
    pngChunk('eXIf', secret),
    pngChunk('tEXt', `Comment\0${secret}`),
    pngChunk('iTXt', secret),
    pngChunk('tIME', secret),
    plainPng.subarray(afterHeader),
    Buffer.from(secret, 'latin1'),
  ])
}

export const webpWith = (secret: string): Buffer => {
  const chunk = (type: string): Buffer => {
    const head = Buffer.alloc(8)
    head.write(type, 0, 'latin1')
    head.writeUInt32LE(secret.length, 4)
    return Buffer.concat([head, Buffer.from(secret, 'latin1'), Buffer.alloc(secret.length % 2)])
  }
  const bytes = Buffer.concat([plainWebp, chunk('EXIF'), chunk('XMP ')])
  bytes.writeUInt32LE(bytes.length - 8, 4)
  // The extended header announces what is there.
  bytes[20] = (bytes[20] ?? 0) | 0x08 | 0x04
  return bytes
}
