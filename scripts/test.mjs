// `npm test`: see scripts/test/main.mjs. Checks the version first, as scripts/start.mjs does.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19) || major >= 25) {
  console.error(
    '需要 Node.js 20.19 到 24。Node.js 20.19–24 is needed, this is ' + process.versions.node,
  )
  process.exit(1)
} else {
  import('./test/main.mjs').catch(function (error) {
    console.error(error instanceof Error ? error.message : error)
    console.log('0 passed, 1 failed')
    process.exit(1)
  })
}
