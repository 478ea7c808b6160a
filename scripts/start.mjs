// `npm start`: see scripts/start/main.mjs. This file must parse on every Node that can read
// modules at all, so that an old one gets a sentence instead of a syntax error.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19) || major >= 25) {
  console.error(
    '需要 Node.js 20.19 到 24，现在是 ' +
      process.versions.node +
      '。Node.js 20.19–24 is needed, this is ' +
      process.versions.node +
      '.',
  )
  process.exit(1)
} else {
  import('./start/main.mjs').catch(function (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  })
}
