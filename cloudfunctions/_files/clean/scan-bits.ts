/** Encoders pad the last byte; some leave it out. */
const mostMissing = 2

/** The bits of a JPEG scan between two restart marks, without the stuffing. */
export class ScanBits {
  private at = 0
  private bits = 0
  private count = 0
  private missing = 0

  constructor(private readonly scan: Buffer) {}

  /** More was read than there is. */
  get isOver(): boolean {
    return this.missing - (this.count >> 3) > mostMissing
  }

  /** The next 16 bits, which stay. */
  peek(): number {
    this.fill()
    return (this.bits >>> (this.count - 16)) & 0xffff
  }

  /** @param size at most 16 */
  skip(size: number): void {
    this.fill()
    this.count -= size
    this.bits &= (1 << this.count) - 1
  }

  /** Goes behind the next restart mark; false when something else stands there. */
  restart(): boolean {
    const { scan } = this
    const mark = scan.indexOf(0xff, this.at)
    if (mark < 0 || ((scan[mark + 1] ?? 0) & 0xf8) !== 0xd0) return false
    this.at = mark + 2
    this.bits = 0
    this.count = 0
    this.missing = 0
    return true
  }

  private fill(): void {
    while (this.count < 16) {
      this.bits = (this.bits << 8) | this.nextByte()
      this.count += 8
    }
  }

  private nextByte(): number {
    const byte = this.scan[this.at]
    if (byte === undefined || (byte === 0xff && this.scan[this.at + 1] !== 0)) {
      this.missing += 1
      return 0
    }
    this.at += byte === 0xff ? 2 : 1
    return byte
  }
}
