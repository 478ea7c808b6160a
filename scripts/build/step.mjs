/** Shows a step while it runs and how long it took; `false` means nothing had to be done. */
export const step = async (label, work) => {
  const started = performance.now()
  const shows = process.stdout.isTTY
  const elapsed = () => `${((performance.now() - started) / 1000).toFixed(1)}s`
  if (!shows) console.log(`… ${label}`)
  const ticking = shows
    ? setInterval(() => process.stdout.write(`\r… ${label} ${elapsed()}   `), 200)
    : undefined
  try {
    const result = await work()
    if (shows) process.stdout.write('\r\x1b[K')
    console.log(`✓ ${label} ${result === false ? '无变化 unchanged' : elapsed()}`)
    return result
  } catch (error) {
    if (shows) process.stdout.write('\r\x1b[K')
    console.log(`✗ ${label} ${elapsed()}`)
    throw error
  } finally {
    clearInterval(ticking)
  }
}
