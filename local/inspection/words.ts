const instant = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** An instant in Beijing time, in words. @param at epoch ms */
export const beijingTime = (at: number): string => instant.format(at)

/** As a field of type `datetime-local` reads and writes it, in Beijing time. */
export const fieldTime = (at: number): string =>
  new Date(at + 8 * 3_600_000).toISOString().slice(0, 16)

/** Epoch ms of such a field; null when it holds no time. */
export function readFieldTime(text: unknown): number | null {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text)) return null
  const at = Date.parse(`${text}+08:00`)
  return Number.isNaN(at) ? null : at
}

/** A length of time in words that can be compared at a glance. @param ms real milliseconds */
export const duration = (ms: number): string =>
  ms < 1
    ? `${ms.toFixed(2)} 毫秒`
    : ms < 1000
      ? `${ms.toFixed(1)} 毫秒`
      : `${(ms / 1000).toFixed(1)} 秒`

export const bytes = (count: number): string =>
  count < 1024
    ? `${Math.round(count)} 字节`
    : count < 1024 * 1024
      ? `${(count / 1024).toFixed(1)} KB`
      : `${(count / 1024 / 1024).toFixed(1)} MB`
