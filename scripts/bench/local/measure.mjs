export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** @returns milliseconds that one awaited call took */
export async function timed(work) {
  const start = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - start) / 1e6
}

/** The first calls are left out: both sides of a ratio are measured once the engine has compiled their code. */
export async function medianMs(rounds, work, warmUp = 10) {
  for (let i = 0; i < warmUp; i += 1) await work()
  const times = []
  for (let i = 0; i < rounds; i += 1) times.push(await timed(work))
  return median(times)
}
