import type { TimerReply } from '../_kit/serve'
import { endSilence, type SilenceDeps } from './end-silence'
import { endUnmadeVisits } from './visits/end-unmade'

/** Silence in a talk, then visits that nobody made: one after the other, each safe to run twice. */
export const onTimer =
  (deps: SilenceDeps) =>
  async (now: number): Promise<TimerReply> => {
    const turns = [await endSilence(deps)(now), await endUnmadeVisits(deps)(now)]
    const due = turns.flatMap(({ nextDueAt }) => nextDueAt ?? [])
    return { nextDueAt: due.length > 0 ? Math.min(...due) : null }
  }
