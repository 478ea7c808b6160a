import type { AnsweredRequest } from '../wire/admin-listener'

const MOST_KEPT = 1000

/** What the SDK asked for: the latest requests, newest first, and the sums of all. */
export class RequestLog {
  readonly latest: AnsweredRequest[] = []
  private requests = 0
  private bytesIn = 0
  private bytesOut = 0

  readonly add = (request: AnsweredRequest): void => {
    this.latest.unshift(request)
    this.latest.length = Math.min(this.latest.length, MOST_KEPT)
    this.requests += 1
    this.bytesIn += request.bytesIn
    this.bytesOut += request.bytesOut
  }

  /** Since the start. */
  get totals(): { requests: number; bytesIn: number; bytesOut: number } {
    const { requests, bytesIn, bytesOut } = this
    return { requests, bytesIn, bytesOut }
  }
}
