/** No 0 O 1 I L U: codes are read out on the telephone and copied from paper. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 10

/** Ten letters (49 bits) from a digest of at least 20 hex characters. */
export const invitationCode = (digest: string): string => {
  let rest = BigInt(`0x${digest}`)
  let code = ''
  const base = BigInt(letters.length)
  while (code.length < length) {
    code += letters[Number(rest % base)]
    rest /= base
  }
  return code
}
