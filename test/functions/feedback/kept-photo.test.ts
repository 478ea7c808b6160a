import { exifOrientation, tiffOrientation } from '@/cloudfunctions/_files/clean/orientation'
import { pngChunk, pngChunksOf } from '@/cloudfunctions/_files/clean/png-chunks'
import { type TestApp, startApp } from '../../support/app'
import { buildOrganization, type Organization } from '../../support/organization'
import { as, reportInput, uploadPhoto } from './desk'
import { exifBody, jpegWith, plainJpeg, plainPng } from './pictures'

/** What the desk reads back of an odd photo, by the whole way: link, confirmation, report. */

let app: TestApp
let people: Organization
beforeAll(async () => {
  app = await startApp()
  people = await buildOrganization(app)
})
afterAll(() => app.close())

const readBack = async (openid: string, bytes: Buffer): Promise<Buffer> => {
  const photoIds = [await uploadPhoto(app, openid, { bytes })]
  const { id } = await app.ok(openid, 'feedback.submit', reportInput({ photoIds }))
  const look = { feedbackId: id, reason: '受理' }
  const { photos } = await as(app, people.intake).ok('feedback.openOriginal', look)
  return Buffer.from(await (await fetch(photos[0]!.url)).arrayBuffer())
}

test('a photo that was taken on its side is drawn upright, of either kind', async () => {
  const tiff = exifBody(6, 'owner').subarray(6)
  const turned = Buffer.concat([
    plainPng.subarray(0, 33),
    pngChunk('eXIf', tiff).whole,
    plainPng.subarray(33),
  ])
  const png = await readBack('openid-png', turned)
  const exif = pngChunksOf(png.subarray(8)).find(({ type }) => type === 'eXIf')
  expect(tiffOrientation(exif!.body)).toBe(6)
  const jpeg = await readBack('openid-jpeg', jpegWith('owner', 6))
  expect(exifOrientation(jpeg.subarray(jpeg.indexOf('Exif\0\0')))).toBe(6)
})

test('a JPEG whose end mark was cut off is taken with its report, and has its end', async () => {
  const kept = await readBack('openid-cut', plainJpeg.subarray(0, -2))
  expect(kept.subarray(-2).toString('hex')).toBe('ffd9')
  expect(kept.length).toBeGreaterThan(100)
})
