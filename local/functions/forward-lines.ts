/** What a process writes without an end of line is passed on in pieces of this length. */
const LONGEST_LINE = 64 * 1024

/** Calls `take` with each line of a stream, and with what is left at its end. */
export function forwardLines(
  stream: NodeJS.ReadableStream | null | undefined,
  take: (line: string) => void,
): void {
  let rest = ''
  stream?.setEncoding('utf8')
  stream?.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) take(line)
    if (rest.length <= LONGEST_LINE) return
    take(rest)
    rest = ''
  })
  stream?.on('end', () => {
    if (rest) take(rest)
  })
}
