import { randomBytes } from 'node:crypto'
import { parseForm } from '@/local/wire/parse-form'
import { post, testCloud } from './support/cloud'

const BOUNDARY = '--------------------------0123456789abcdef'
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`

/** A body as the SDK's own library writes it. */
const form = (fields: Record<string, string | Buffer>): Buffer =>
  Buffer.concat([
    ...Object.entries(fields).flatMap(([name, value]) => [
      Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
      Buffer.from(value),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ])

describe('a form body', () => {
  it.each([
    ['every byte', Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))],
    ['line ends and dashes', Buffer.from('\r\n--\r\n----x\r\n')],
    ['a byte order mark', Buffer.from([0xef, 0xbb, 0xbf, 0x41])],
    ['bytes that are no UTF-8', Buffer.from([0xc3, 0x28, 0xff, 0xfe])],
    ['nothing', Buffer.alloc(0)],
    ['much', randomBytes(200_000)],
  ])('keeps the bytes of requestData: %s', async (_name, requestData) => {
    const fields = await parseForm(form({ action: 'wx.openApi', requestData }), TYPE)
    expect(Buffer.isBuffer(fields.requestData)).toBe(true)
    expect((fields.requestData as Buffer).equals(requestData)).toBe(true)
  })

  it('gives every other field as text', async () => {
    const fields = await parseForm(form({ apiName: '/中文/😀', wxCloudApiToken: '' }), TYPE)
    expect(fields).toEqual({ apiName: '/中文/😀', wxCloudApiToken: '' })
  })

  it.each([
    ['is no form', 'nonsense', TYPE],
    ['names no boundary', form({ action: 'a' }), 'multipart/form-data'],
    ['has another boundary', form({ action: 'a' }), 'multipart/form-data; boundary=other'],
    ['is cut off', form({ action: 'wx.openApi' }).subarray(0, 60), TYPE],
    ['is empty', '', TYPE],
  ])('that %s is refused, and the server goes on', async (_name, body, type) => {
    const { cloud } = await testCloud()
    const response = await fetch(cloud.endpoint, {
      method: 'POST',
      headers: { 'content-type': type },
      body: new Uint8Array(Buffer.from(body)),
    })
    expect(response.status).toBe(200)
    // The SDK parses an answer to a form only under exactly this type.
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await response.json()).toMatchObject({ code: 'INVALID_PARAM' })
    expect(await post(cloud, { action: 'nothing.here' })).toMatchObject({ code: 'INVALID_ACTION' })
  })
})

describe('a request to the SDK’s address', () => {
  it('of another type, or larger than 20 MB, is refused in the protocol’s own way', async () => {
    const { cloud } = await testCloud()
    const send = async (body: string, type: string) => {
      const headers = { 'content-type': type }
      const response = await fetch(cloud.endpoint, { method: 'POST', headers, body })
      return [response.status, ((await response.json()) as { code: string }).code]
    }
    expect(await send('{"action":"nothing"}', 'text/plain')).toEqual([200, 'INVALID_PARAM'])
    const most = 20 * 1024 * 1024
    const text = (bytes: number) => `"${'x'.repeat(bytes - 2)}"`
    expect(await send(text(most + 1), 'application/json')).toEqual([200, 'INVALID_PARAM'])
    const fits = `{"action":"x","pad":${text(most - 21)}}`
    expect(Buffer.byteLength(fits)).toBe(most)
    expect(await send(fits, 'application/json')).toEqual([200, 'INVALID_ACTION'])
  })

  it('takes the address with any query, and no other address or method', async () => {
    const { cloud } = await testCloud()
    const ask = async (path: string, method: string) =>
      (
        await fetch(`${cloud.origin}${path}`, {
          method,
          headers: { 'content-type': 'application/json' },
          ...(method === 'GET' ? {} : { body: '{}' }),
        })
      ).status
    expect(await ask('/admin?env=local-env&seqId=1', 'POST')).toBe(200)
    expect(await ask('/adminx', 'POST')).toBe(404)
    expect(await ask('/admin/x', 'POST')).toBe(404)
    expect(await ask('/admin', 'PUT')).toBe(404)
  })
})
