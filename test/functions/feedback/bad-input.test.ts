import { maxPhotoBytes } from '@/contract/feedback/limits'
import { StorageHome } from '@/cloudfunctions/_stores/storage-home'
import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, type Organization } from '../../support/organization'
import { openDatabase } from '../task/ledger'
import { as, fireTimer, forgetQuotas, reportInput, uploadPhoto } from './desk'
import { jpegWith, plainPng } from './pictures'

const openid = 'openid-uploader'

describe('what is refused, with nothing stored and nothing lost', () => {
  let app: TestApp
  let people: Organization

  beforeAll(async () => {
    app = await startApp()
    people = await buildOrganization(app)
  })
  beforeEach(() => forgetQuotas(app))
  afterAll(() => app.close())

  const filesKnown = async () => {
    const database = openDatabase(app)
    const ids = { _id: database.command.gt('') }
    return (await database.find('files', ids, { sort: [['_id', 'asc']], limit: 100 })).length
  }

  const isStored = async (fileId: string) => {
    const { cloud } = openDatabase(app)
    const fileID = `${await new StorageHome(cloud).find()}${fileId}`
    const { fileList } = await cloud.getTempFileURL({ fileList: [fileID] })
    return fileList[0]?.code === 'SUCCESS'
  }

  /** Announces `announced`, puts `bytes`, and answers with the code of the refusal. */
  const upload = async (bytes: Buffer | null, announced: { type: string; size: number }) => {
    const known = await filesKnown()
    const { targets } = await app.ok(openid, 'feedback.prepareUpload', {
      files: [announced],
      anonymous: false,
    })
    const target = targets[0]!
    if (bytes) expect(await app.put(target, bytes)).toBe(200)
    const code = await app.refusal(openid, 'feedback.confirmUpload', {
      fileId: target.fileId,
      anonymous: false,
    })
    expect(await isStored(target.fileId)).toBe(false)
    // What was never uploaded may still be: its announcement stays.
    expect(await filesKnown()).toBe(bytes ? known : known + 1)
    return code
  }

  const jpeg = jpegWith('x')
  const jpegOf = (size: number) => ({ type: 'image/jpeg', size })

  it('a photo over 10 MB, and none of exactly 10 MB', async () => {
    const announce = (size: number) => ({ files: [jpegOf(size)], anonymous: false })
    expect(await app.refusal(openid, 'feedback.prepareUpload', announce(maxPhotoBytes + 1))).toBe(
      'FILE.TOO_LARGE',
    )
    await app.ok(openid, 'feedback.prepareUpload', announce(maxPhotoBytes))
  })

  it('a photo that was announced small and is over 10 MB', async () => {
    const large = Buffer.concat([jpeg, Buffer.alloc(maxPhotoBytes)])
    expect(await upload(large, jpegOf(jpeg.length))).toBe('FILE.TOO_LARGE')
  })

  it('a photo that is no image, whatever its name says', async () => {
    const text = Buffer.from('%PDF-1.4 this is no picture at all')
    expect(await upload(text, jpegOf(text.length))).toBe('FILE.NOT_AN_IMAGE')
  })

  it('a photo of another size than announced', async () => {
    expect(await upload(jpeg, jpegOf(jpeg.length + 1))).toBe('FILE.CHANGED')
  })

  it('a photo of more than 100 megapixels, and one that is broken', async () => {
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
    const huge = Buffer.from(jpeg)
    huge.writeUInt16BE(20_000, frame + 5)
    huge.writeUInt16BE(20_000, frame + 7)
    expect(await upload(huge, jpegOf(huge.length))).toBe('FILE.TOO_LARGE')
    const broken = jpeg.subarray(0, jpeg.lastIndexOf(Buffer.from([0xff, 0xd9])) - 9)
    expect(await upload(broken, jpegOf(broken.length))).toBe('FILE.NOT_AN_IMAGE')
  })

  it('a HEIC photo named .jpg, as what it is', async () => {
    const heic = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0'), Buffer.alloc(40)])
    expect(await upload(heic, jpegOf(heic.length))).toBe('FILE.TYPE')
  })

  it('but not a photo of another kind than its name says: it is kept as what it is', async () => {
    const kept = await uploadPhoto(app, openid, { bytes: plainPng })
    expect(kept).toMatch(/\.png$/)
    expect(await isStored(kept)).toBe(true)
  })

  it('a photo that never arrived', async () => {
    expect(await upload(null, jpegOf(jpeg.length))).toBe('FILE.MISSING')
  })

  it.each(['image/heic', 'image/svg+xml', 'application/pdf', 'text/html'])(
    'a file of type %s',
    async (type) => {
      const input = { files: [{ type, size: 100 }], anonymous: false }
      expect(await app.refusal(openid, 'feedback.prepareUpload', input)).toBe('FILE.TYPE')
    },
  )

  it('somebody else’s upload', async () => {
    const { targets } = await app.ok(openid, 'feedback.prepareUpload', {
      files: [jpegOf(jpeg.length)],
      anonymous: false,
    })
    await app.put(targets[0]!, jpeg)
    const { fileId } = targets[0]!
    for (const anonymous of [true, false])
      expect(
        await app.refusal('openid-thief', 'feedback.confirmUpload', { fileId, anonymous }),
      ).toBe('FILE.MISSING')
    await app.ok(openid, 'feedback.confirmUpload', { fileId, anonymous: false })
  })

  it('a photo that was uploaded and not confirmed', async () => {
    const { targets } = await app.ok(openid, 'feedback.prepareUpload', {
      files: [jpegOf(jpeg.length)],
      anonymous: false,
    })
    const input = reportInput({ photoIds: [targets[0]!.fileId] })
    expect(await app.refusal(openid, 'feedback.submit', input)).toBe('FILE.MISSING')
  })

  it('is what the confirmed photo was, also when its upload link is used again', async () => {
    const { targets } = await app.ok(openid, 'feedback.prepareUpload', {
      files: [jpegOf(jpeg.length)],
      anonymous: false,
    })
    const target = targets[0]!
    await app.put(target, jpeg)
    const kept = await app.ok(openid, 'feedback.confirmUpload', {
      fileId: target.fileId,
      anonymous: false,
    })
    const before = Buffer.from(await (await fetch(kept.url)).arrayBuffer())
    await app.put(target, Buffer.from('something else entirely'))
    const after = Buffer.from(await (await fetch(kept.url)).arrayBuffer())
    expect(after.equals(before)).toBe(true)
  })

  it.each([
    ['empty', { words: '  ' }],
    ['over-long', { words: '长'.repeat(2001) }],
    ['over-long in rare characters', { words: '𠮷'.repeat(2001) }],
    ['with too many photos', { photoIds: Array(10).fill('cloud://a/b') as string[] }],
    ['with a lookup code that is no hash', { lookupHash: '123456' }],
    ['with a place that is no code', { regionCode: 'village' }],
  ])('a report that is %s', async (_name, change) => {
    expect(await app.refusal(openid, 'feedback.submit', reportInput(change))).toBe('INPUT.INVALID')
  })

  it('a report of exactly the length allowed is taken', async () => {
    await app.ok(openid, 'feedback.submit', reportInput({ words: '长'.repeat(2000) }))
    // Each is two of the machine's units and one character to whoever writes it.
    await app.ok(openid, 'feedback.submit', reportInput({ words: '𠮷'.repeat(2000) }))
  })

  it('a report with a field of the wrong type or one that nobody knows', async () => {
    for (const change of [{ words: 7 }, { reporterId: 'somebody-else' }, { openid: 'forged' }]) {
      const input = { ...reportInput(), ...change } as never
      expect(await app.refusal(openid, 'feedback.submit', input)).toBe('INPUT.INVALID')
    }
  })

  it('a report from a village that does not exist', async () => {
    const input = reportInput({ regionCode: '440902101999' })
    expect(await app.refusal(openid, 'feedback.submit', input)).toBe('THING.NOT_FOUND')
  })

  it('a forged role or membership', async () => {
    const { id } = await app.ok(openid, 'feedback.submit', reportInput())
    const look = { feedbackId: id, reason: '看' }
    const stolen = { actAs: people.intake.actAs }
    expect(await app.refusal(openid, 'feedback.openOriginal', look, stolen)).toBe(
      'IDENTITY.MEMBERSHIP_UNKNOWN',
    )
    expect(await app.refusal(openid, 'feedback.listDesk', {})).toBe('ACCESS.ROLE')
    const forged = await app.raw(openid, 'feedback', {
      action: 'feedback.openOriginal',
      input: look,
      userInfo: { openId: people.intake.openid },
      openid: people.intake.openid,
      role: 'intake',
      idempotencyKey: 'k',
    })
    expect(forged).toMatchObject({ ok: false, error: { code: 'ACCESS.ROLE' } })
  })

  it('an answer with somebody else’s photo', async () => {
    const photoId = await uploadPhoto(app, openid)
    const { id } = await app.ok(openid, 'feedback.submit', reportInput())
    const answer = { feedbackId: id, finding: 'true' as const, text: '办了', photoIds: [photoId] }
    expect(await as(app, people.farmingStaff).refusal('feedback.submitAnswer', answer)).toBe(
      'FILE.MISSING',
    )
  })

  it('uploads that are never sent are gone a day after the day of the upload', async () => {
    const fileId = await uploadPhoto(app, openid)
    expect(await isStored(fileId)).toBe(true)
    await app.clock.jump(Date.parse('2019-11-19T23:59:00+08:00'))
    await fireTimer(app, 'feedback')
    expect(await isStored(fileId)).toBe(true)
    await app.clock.jump(Date.parse('2019-11-20T00:10:00+08:00'))
    await fireTimer(app, 'feedback')
    expect(await isStored(fileId)).toBe(false)
  })

  it('what comes by a link after its upload was confirmed or refused is swept away', async () => {
    const announce = async () => {
      const input = { files: [jpegOf(jpeg.length)], anonymous: false }
      return (await app.ok(openid, 'feedback.prepareUpload', input)).targets[0]!
    }
    const taken = await announce()
    await app.put(taken, jpeg)
    const confirm = { fileId: taken.fileId, anonymous: false }
    const { fileId: kept } = await app.ok(openid, 'feedback.confirmUpload', confirm)
    const refused = await announce()
    await app.put(refused, Buffer.from('no picture'))
    const wrong = { fileId: refused.fileId, anonymous: false }
    await app.refusal(openid, 'feedback.confirmUpload', wrong)

    for (const target of [taken, refused]) await app.put(target, jpeg)
    // Nobody gets anything out of it: the same upload is the same photo, and the other is none.
    expect((await app.ok(openid, 'feedback.confirmUpload', confirm)).fileId).toBe(kept)
    expect(await app.refusal(openid, 'feedback.confirmUpload', wrong)).toBe('FILE.MISSING')
    await app.ok(openid, 'feedback.submit', reportInput({ photoIds: [kept] }))
    await app.clock.jump(app.clock.now() + 3 * 24 * 3_600_000)
    await fireTimer(app, 'feedback')
    for (const { fileId } of [taken, refused]) expect(await isStored(fileId)).toBe(false)
    expect(await isStored(kept)).toBe(true)
  })
})
