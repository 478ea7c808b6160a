/** A sum that keeps the bits which floating-point addition drops, as the server's does. */
export class ExactSum {
  private sum = 0
  private lost = 0

  add(value: number): void {
    const next = this.sum + value
    const shown = next - this.sum
    this.lost += this.sum - (next - shown) + (value - shown)
    this.sum = next
  }

  get total(): number {
    // Infinities leave NaN in the remainder; the plain sum is right then.
    const exact = this.sum + this.lost
    return Number.isFinite(exact) ? exact : this.sum
  }
}
