/** Keys and passwords that must not be committed: each text once, until it changes. */
import { bin, run } from './run.mjs'

/** Pictures and fonts hold no text. */
const isText = (name) =>
  !/\.(png|jpe?g|webp|gif|ico|woff2?|ttf|pdf|docx|xlsx|zip|bcmap)$/.test(name)
/** As many names as fit on a command line. */
const atOnce = 500

/** @returns `{ ok, output, note }`; `cache.secrets` gets what holds none now */
export const secrets = async ({ files, cache }) => {
  const names = [...files.keys()].filter(isText)
  const stale = names.filter((name) => cache.secrets[name] !== files.get(name))
  let output = ''
  let ok = true
  for (let start = 0; start < stale.length; start += atOnce) {
    const slice = stale.slice(start, start + atOnce)
    const answer = await run(bin('secretlint'), ['--no-glob', ...slice])
    if (answer.code !== 0) {
      ok = false
      output += answer.output
    }
  }
  if (ok) cache.secrets = Object.fromEntries(names.map((name) => [name, files.get(name)]))
  return { ok, output, note: `${stale.length} of ${names.length} files` }
}
