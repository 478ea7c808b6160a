import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/**
 * Identities at rest: AES-256-GCM with a key id, so that keys can be rotated by re-encrypting,
 * and a keyed digest to find a person again without storing who it is.
 */
export interface Cipher {
  seal(plain: string): string
  /** @throws when the text was changed or its key is not known here */
  open(sealed: string): string
  /** Same input, same output; useless without the key. */
  blind(plain: string): string
  /** Names the key that finds people again and stays for good; tells nothing of it. */
  readonly fingerprint: string
  /** Whether the text is sealed with another key of the ring than the one that seals now. */
  isSealedWithOlder(text: string): boolean
}

const sealedForm = /^([^.\s]+)\.[A-Za-z0-9+/]{16}\.[A-Za-z0-9+/]{22}==\.[A-Za-z0-9+/]*={0,2}$/

const ringOf = (keys: string): Map<string, Buffer> => {
  const entries = keys.split(',').map((entry) => {
    const [id = '', base64 = ''] = entry.trim().split(':')
    const key = Buffer.from(base64, 'base64')
    if (!id || id.includes('.') || key.length !== 32)
      throw new Error('IDENTITY_KEYS: expected id:base64 of 32 bytes')
    return [id, key] as const
  })
  const ring = new Map(entries)
  if (ring.size < entries.length) throw new Error('IDENTITY_KEYS: two keys have one id')
  return ring
}

/**
 * `keys`: `id:base64,id:base64`, the first one seals, all of them open. 32 bytes each.
 * @throws Error when they have another form, or two keys one id
 */
export const makeCipher = (keys: string): Cipher => {
  const ring = ringOf(keys)
  const [sealId, sealKey] = [...ring][0]!
  // The digest's key must not change with rotation, or nobody would be found again: it comes
  // from the last key of the ring, which stays for good.
  const blindKey = Buffer.from(hkdfSync('sha256', [...ring.values()].at(-1)!, '', 'blind', 32))

  const blind = (plain: string) =>
    createHmac('sha256', blindKey).update(plain).digest('hex').slice(0, 32)

  return {
    blind,
    fingerprint: blind('fingerprint').slice(0, 16),
    isSealedWithOlder(text) {
      const id = sealedForm.exec(text)?.[1]
      return id !== undefined && id !== sealId && ring.has(id)
    },
    seal(plain) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealKey, iv)
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return [
        sealId,
        iv.toString('base64'),
        cipher.getAuthTag().toString('base64'),
        body.toString('base64'),
      ].join('.')
    },
    open(sealed) {
      const [id = '', iv = '', tag = '', body = ''] = sealed.split('.')
      const key = ring.get(id)
      if (!key) throw new Error(`no key ${id}`)
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'))
      decipher.setAuthTag(Buffer.from(tag, 'base64'))
      return Buffer.concat([
        decipher.update(Buffer.from(body, 'base64')),
        decipher.final(),
      ]).toString('utf8')
    },
  }
}
