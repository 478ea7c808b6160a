import { cpus, totalmem } from 'node:os'

const round = (value) => Number(value.toPrecision(3))

const verdictOf = ({ value, target, judged = true }) => {
  if (!judged) return 'not judged'
  return target.most === undefined ? value >= target.least : value <= target.most
}

const targetText = ({ most, least }) =>
  most === undefined
    ? `at least ${least}`
    : most < 1
      ? `at most 1/${Math.round(1 / most)}`
      : `at most ${most}`

/** Prints every ratio with its target and what it was made from; one JSON object with `--json`. */
export function report(measured, bench, asJson) {
  const results = measured.map((entry) => ({
    name: entry.name,
    value: round(entry.value),
    target: entry.target,
    met: verdictOf(entry),
    figures: Object.fromEntries(
      Object.entries(entry.figures).map(([name, figure]) => [name, round(figure)]),
    ),
  }))
  if (asJson) {
    const machine = {
      node: process.version,
      cores: cpus().length,
      memoryGb: round(totalmem() / 2 ** 30),
    }
    const { documents, rounds } = bench
    console.log(JSON.stringify({ documents, rounds, machine, results }, null, 2))
    return
  }
  for (const { name, value, target, met, figures } of results) {
    const shown = value < 0.1 ? `1/${Math.round(1 / value)}` : String(value)
    const word = met === true ? 'met' : met === false ? 'MISSED' : met
    const made = Object.entries(figures).map(([key, figure]) => `${key} ${figure}`).join(', ') // prettier-ignore
    console.log(`${name}: ${shown} (${targetText(target)}, ${word}; ${made})`)
  }
}
