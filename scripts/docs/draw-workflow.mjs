// One workflow table as a Markdown page: a Mermaid state diagram and the rows in full.

/** The states an event can lead to from a state; the state itself when the thing stays. */
const targets = (to, from) => {
  if (to === null) return [from]
  if (typeof to === 'string') return [to]
  if (Array.isArray(to)) return to
  return to[from] === undefined ? [] : [to[from]]
}

const node = (state) => state ?? '[*]'

/** Events that leave the thing where it is stand in the table only: loops hide the way. */
const arrows = (table) => {
  const labels = new Map()
  for (const [event, row] of Object.entries(table)) {
    if (row.to === null) continue
    for (const from of row.from) {
      for (const to of targets(row.to, from)) {
        const edge = `${node(from)} --> ${node(to)}`
        labels.set(edge, [...(labels.get(edge) ?? []), event])
      }
    }
  }
  return [...labels].map(([edge, events]) => `  ${edge}: ${events.join(', ')}`)
}

/** States that nothing leaves: the end of the thing. */
const ends = (table) => {
  const rows = Object.values(table)
  const states = new Set(
    rows.flatMap((row) => row.from.flatMap((from) => [from, ...targets(row.to, from)])),
  )
  const isLeft = (state) =>
    rows.some(
      (row) => row.from.includes(state) && targets(row.to, state).some((to) => to !== state),
    )
  return [...states].filter((state) => state !== null && !isLeft(state))
}

const code = (words) => words.map((word) => `\`${word}\``).join(', ')

const shownTarget = (to, from) => {
  if (to === null) return '(stays)'
  if (typeof to === 'string') return `\`${to}\``
  if (Array.isArray(to)) return to.map((state) => `\`${state}\``).join(' or ')
  return from.map((state) => `\`${state}\` → \`${to[state]}\``).join(', ')
}

const rowOf = ([event, { from, to, by, needs }]) =>
  `| \`${event}\` | ${from.map((state) => (state === null ? '(new)' : `\`${state}\``)).join(', ')} | ${shownTarget(to, from)} | ${code(by)} | ${code(needs)} |`

/**
 * @param page title, source (the file of the table), the table itself, and `begins`: the first
 *   state where the thing is not made by an event of its own
 * @returns the whole page as text
 */
export const drawWorkflow = ({ title, source, table, begins }) =>
  [
    `# ${title}`,
    '',
    `Drawn from the table in \`${source}\` by \`npm run docs\`; not written by hand.`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...(begins ? [`  [*] --> ${begins}`] : []),
    ...arrows(table),
    ...ends(table).map((state) => `  ${state} --> [*]`),
    '```',
    '',
    'An event is refused in this order: nobody of `by` (role, unit, region, person), another state',
    'than `from`, the first of `needs` that does not hold.',
    '',
    '| event | from | to | by | needs |',
    '|---|---|---|---|---|',
    ...Object.entries(table).map(rowOf),
    '',
  ].join('\n')
