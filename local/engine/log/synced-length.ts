import {
  closeSync,
  existsSync,
  fdatasyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import { syncDirectory } from './data-files'

/** A slot is a sector of its own, so that a write cut off by a power cut damages one slot only. */
const SLOT = 512
const SLOT_TEXT = /^(\d{20}) ([0-9a-f]{8})/
/** The form without checksum that earlier versions wrote. */
const PLAIN = /^\d{20}$/

function slotText(length: number): string {
  const digits = `${length}`.padStart(20, '0')
  return `${digits} ${crc32(digits).toString(16).padStart(8, '0')}`
}

const slot = (length: number) => `${slotText(length).padEnd(SLOT - 1)}\n`

function readSlot(text: string): number | null {
  const [, digits, checksum] = SLOT_TEXT.exec(text) ?? []
  if (digits === undefined || checksum === undefined) return null
  return crc32(digits) === Number.parseInt(checksum, 16) ? Number(digits) : null
}

/**
 * Length of a log up to which it is known to be on disk: the larger of two slots, which are written in turn.
 * @returns null when it is unknown: no file, or nothing legible in it
 */
export function readSyncedLength(file: string): number | null {
  if (!existsSync(file)) return null
  const text = readFileSync(file, 'latin1')
  if (PLAIN.test(text)) return Number(text)
  const slots = [readSlot(text), readSlot(text.slice(SLOT))].filter((length) => length !== null)
  return slots.length > 0 ? Math.max(...slots) : null
}

/**
 * The file that holds the synced length. It is never emptied, and its writes are not forced to the disk:
 * an older length is still true, and a process that is killed leaves the newest.
 */
export class SyncedLength {
  private next = 0

  private constructor(private readonly fd: number) {}

  /** Opens the file and sets it to `length`, which must be on disk already. */
  static open(file: string, length: number): SyncedLength {
    const legible = readSyncedLength(file) !== null && !PLAIN.test(readFileSync(file, 'latin1'))
    if (!legible) {
      const fresh = `${file}.next`
      writeFileSync(fresh, slot(length).repeat(2), { flush: true })
      renameSync(fresh, file)
      syncDirectory(dirname(file))
    }
    const opened = new SyncedLength(openSync(file, 'r+'))
    if (legible) opened.reset(length)
    return opened
  }

  record(length: number): void {
    writeSync(this.fd, slotText(length), this.next * SLOT)
    this.next = 1 - this.next
  }

  /** Both slots, after a record that may have been written although its write failed. */
  reset(length: number): void {
    this.record(length)
    this.record(length)
  }

  close(): void {
    fdatasyncSync(this.fd)
    closeSync(this.fd)
  }
}
