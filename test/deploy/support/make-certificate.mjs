/** Writes a key and a certificate for the stand-in into a folder. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { makeCertificate } from './tencent-stand-in.mjs'

const folder = process.argv[2]
const { private: key, cert } = await makeCertificate()
writeFileSync(path.join(folder, 'key.pem'), key)
writeFileSync(path.join(folder, 'cert.pem'), cert)
