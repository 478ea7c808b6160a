// Writes the most memory that the importer's own process held, in bytes, when it ends.
const { writeFileSync } = process.getBuiltinModule('node:fs')

if (process.argv[1]?.endsWith('import-cli.cjs'))
  process.on('exit', () =>
    writeFileSync(process.env.PEAK_MEMORY_FILE, String(process.resourceUsage().maxRSS * 1024)),
  )
