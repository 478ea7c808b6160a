/** Writes `.br` and `.gz` beside what is worth it: a host sends them as they are, without work. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const text = /\.(html|js|css|json|svg|txt|webmanifest)$/
/** Below it the headers weigh more than what is saved. */
const leastBytes = 1024

const forms = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
}

const worthIt = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => text.test(file) && statSync(file).size >= leastBytes)

export const compressFolder = async (folder) => {
  for (const file of worthIt(folder)) {
    const bytes = readFileSync(file)
    for (const [ending, compress] of Object.entries(forms))
      writeFileSync(`${file}.${ending}`, await compress(bytes))
  }
}
