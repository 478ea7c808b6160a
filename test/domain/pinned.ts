import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor } from '@/domain/organization/actor'
import type { Row } from '@/domain/workflow'
import { targetsOf } from '@/domain/workflow'

export interface Walk<State extends string, Event extends string> {
  readonly title: string
  readonly states: readonly (State | null)[]
  readonly table: Readonly<Record<Event, Row<State, string, string>>>
  readonly actors: Readonly<Record<string, Actor>>
  /** With every condition met that the event names. */
  readonly isAllowed: (event: Event, state: State | null, actor: Actor, name: string) => boolean
}

const shown = (state: string | null): string => state ?? '(new)'

/** Every state × event × actor: one line where at least one actor may. */
export const drawWalk = <S extends string, E extends string>(walk: Walk<S, E>): string => {
  const lines: string[] = []
  for (const event of Object.keys(walk.table) as E[]) {
    for (const state of walk.states) {
      const names = Object.entries(walk.actors)
        .filter(([name, actor]) => walk.isAllowed(event, state, actor, name))
        .map(([name]) => name)
      if (names.length === 0) continue
      const targets = targetsOf(walk.table[event], state).map(shown).join(' or ')
      lines.push(`| ${event} | ${shown(state)} | ${targets} | ${names.join('<br>')} |`)
    }
  }
  return [
    `# ${walk.title}`,
    '',
    'Who may do what in which state, every condition of the event being met. Everything that does',
    'not stand here is refused. Written by `PINNED=write npx jest test/domain`; read the difference',
    'before committing it.',
    '',
    '| event | from | to | allowed to |',
    '|---|---|---|---|',
    ...lines,
    '',
  ].join('\n')
}

/** The committed table; rewritten only when asked for, and never in the same run compared. */
export const pinnedTable = (name: string, drawn: string): string => {
  const path = join(__dirname, 'pinned', `${name}.md`)
  if (process.env.PINNED === 'write') writeFileSync(path, drawn)
  return readFileSync(path, 'utf8')
}
