/** `GET /serve/health`: for a watchdog; 503 when a person should look. Names nobody. */
import type { FastifyInstance } from 'fastify'
import type { Parts } from '@/local/make-parts'
import type { BackupState } from './backups'
import { healthPath } from './guard'

/** A night and two hours. */
const backupLivesMs = 26 * 3_600_000

interface Options {
  readonly parts: Pick<Parts, 'runner' | 'appId' | 'clock'>
  readonly backup: BackupState
  readonly version: string
}

/** Whether a function starts, holds the right key and reads the ledger. */
const answers = async ({ runner, appId }: Options['parts']): Promise<boolean> => {
  const event = { action: 'register.listRegions', input: { parentCode: null } }
  try {
    const text = await runner.invoke('register', event, { kind: 'person', openid: null, appId })
    return (JSON.parse(text) as { ok: boolean }).ok
  } catch {
    return false
  }
}

export const registerHealth = (
  server: FastifyInstance,
  { parts, backup, version }: Options,
): void => {
  const startedAt = parts.clock.now()
  server.get(healthPath, async (_request, reply) => {
    const now = parts.clock.now()
    const isServing = await answers(parts)
    const isKept = !backup.lastFailed && now - (backup.lastAt ?? startedAt) < backupLivesMs
    const ok = isServing && isKept
    return reply
      .code(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok, isServing, isKept, lastBackupAt: backup.lastAt, startedAt, now, version })
  })
}
