import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lockDirectory } from '@/local/engine/log/directory-lock'

/**
 * A process that contends for a directory. Arguments: directory, epoch ms to begin at, and ms to go on
 * taking and giving back the lock; 0 takes it once and keeps it.
 */
const [directory = '', begin = '0', duration = '0'] = process.argv.slice(2)
const end = Number(begin) + Number(duration)
const held = join(directory, 'held')
let times = 0

/** While it is held nobody else may hold it: the file is created exclusively. */
function hold(): void {
  const unlock = lockDirectory(directory)
  writeFileSync(held, '', { flag: 'wx' })
  times += 1
  const until = Date.now() + 2
  while (Date.now() < until);
  rmSync(held)
  unlock()
}

while (Date.now() < Number(begin));
if (Number(duration) === 0) {
  lockDirectory(directory)
  process.stdout.write('won\n')
  // Kept until it is killed.
  setInterval(() => undefined, 1000)
} else {
  while (Date.now() < end) {
    try {
      hold()
    } catch (error) {
      if (!String(error).includes('in use')) throw error
    }
  }
  process.stdout.write(`${times}\n`)
}
