import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'

/**
 * Keeps the ids it is told, and ends those that are left when its input does. It hears no Ctrl-C: that
 * reaches the whole process group, and the guard must outlive the server.
 */
const SCRIPT = `trap '' INT TERM HUP
pids=' '
while read -r op pid; do
  case "$op" in
    +) pids="$pids$pid " ;;
    -) pids="\${pids%% $pid *} \${pids#* $pid }" ;;
  esac
done
for pid in $pids; do kill -9 "$pid" 2>/dev/null; done`

/**
 * Ends the processes of functions when the server is killed. A process ends by itself when its channel to
 * the server closes, but not while a function holds it in an endless loop: then nothing in it runs any
 * more. So one small process outside of all of them watches instead, which costs a cold start nothing.
 * Without a POSIX shell (Windows) only the first way remains.
 */
export class ProcessGuard {
  private shell: ChildProcess | null = null

  watch(pid: number | undefined): void {
    if (pid !== undefined) this.tell(`+ ${pid}`)
  }

  /** Before the id can be given to another process. */
  forget(pid: number | undefined): void {
    if (pid !== undefined && this.shell) this.tell(`- ${pid}`)
  }

  close(): void {
    this.shell?.stdin?.end()
    this.shell = null
  }

  private tell(line: string): void {
    if (process.platform === 'win32') return
    this.shell ??= this.start()
    this.shell.stdin?.write(`${line}\n`)
  }

  private start(): ChildProcess {
    const shell = spawn('/bin/sh', ['-c', SCRIPT], {
      stdio: ['pipe', 'ignore', 'ignore'],
      env: {},
    })
    // A machine without a shell, or a guard that somebody ended: functions run on unguarded.
    shell.on('error', () => undefined)
    shell.stdin?.on('error', () => undefined)
    shell.unref()
    return shell
  }
}
