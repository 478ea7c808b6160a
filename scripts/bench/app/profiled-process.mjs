/**
 * Loaded into each process under measurement by `--profile DIR`: a signal begins a CPU profile, the next one ends
 * it and leaves it in `PROFILES`. Function processes are ended without a warning, so nothing can wait for their end.
 */
import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector'
import path from 'node:path'

const session = new Session()
session.connect()
session.post('Profiler.enable')
let running = false
let count = 0
const begin = () => session.post('Profiler.start')
const end = () =>
  session.post('Profiler.stop', (_, { profile }) => {
    count += 1
    const script = path.basename(process.argv[2] ?? process.argv[1] ?? 'node')
    const name = `${process.pid}-${script}-${count}.cpuprofile`
    writeFileSync(path.join(process.env.PROFILES, name), JSON.stringify(profile))
  })
process.on('SIGUSR2', () => {
  if (running) end()
  else begin()
  running = !running
})
