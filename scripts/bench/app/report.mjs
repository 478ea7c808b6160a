import { cpus, totalmem } from 'node:os'

/** A call may cost so much more than its floor. */
const mostOverFloor = 1.3

const round = (value) => (typeof value === 'number' ? Number(value.toPrecision(3)) : value)
const rounded = (figures) =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, round(value)]))

/** F0 and each request at what one document's reading costs more than nothing. */
const floorOf = ({ floors, compared }, { requests }) => {
  const [nothing, oneDocument] = [floors.F0[compared].cpuMs, floors.F1[compared].cpuMs]
  return nothing + requests * (oneDocument - nothing)
}

const judged = (measured, name) => {
  const at = measured.calls[name]
  const figures = at[measured.compared]
  const floor = floorOf(measured, figures)
  return {
    name,
    cpuMs: round(figures.cpuMs),
    floorMs: round(floor),
    overFloor: round(figures.cpuMs / floor),
    met: figures.cpuMs <= mostOverFloor * floor,
    /** CPU on the large ledger over CPU on the small one. */
    growth: round(figures.cpuMs / measured.onFew[name][measured.compared].cpuMs),
    atOnce: Object.fromEntries(
      Object.entries(at).map(([clients, each]) => [clients, rounded(each)]),
    ),
  }
}

/** Prints every call with its floor and its ratio; one JSON object with `asJson`. */
export const report = (measured, asJson) => {
  const { compared, ledger, floors } = measured
  const calls = Object.keys(measured.calls).map((name) => judged(measured, name))
  const { tasks, reports, documents, chains, ready, seconds, rssMb, residentMb } = ledger
  const result = {
    machine: {
      node: process.version,
      cores: cpus().length,
      memoryGb: round(totalmem() / 2 ** 30),
    },
    ledger: rounded({
      tasks,
      reports,
      documents,
      chains,
      generatedSeconds: seconds,
      readySeconds: ready,
      generatorMb: rssMb,
      serverMb: residentMb,
    }),
    compared,
    bareServer: rounded(measured.bare),
    F0: rounded(floors.F0[compared]),
    F1: rounded(floors.F1[compared]),
    F20: rounded(floors.F20[compared]),
    calls,
  }
  if (asJson) {
    console.log(JSON.stringify(result, null, 2))
    return
  }
  console.log(`ledger: ${JSON.stringify(result.ledger)}`)
  for (const name of ['bareServer', 'F0', 'F1', 'F20'])
    console.log(`${name}: ${result[name].cpuMs} ms CPU, ${result[name].perSecond} a second`)
  for (const { name, cpuMs, floorMs, overFloor, met, growth, atOnce } of calls) {
    const { requests, documentsRead, replyBytes } = atOnce[compared]
    console.log(
      `${name}: ${cpuMs} ms CPU, ${overFloor} × its floor of ${floorMs} (${met ? 'met' : 'MISSED'}); ${requests} requests, ${documentsRead} documents read, ${replyBytes} bytes, × ${growth} of a small ledger`,
    )
    for (const [clients, at] of Object.entries(atOnce))
      console.log(
        `  ${clients} at once: ${at.perSecond} a second; p50 ${at.p50}, p95 ${at.p95}, p99 ${at.p99} ms`,
      )
  }
}
