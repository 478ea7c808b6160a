import JSZip from 'jszip'

/** A small checkout: one collection, one function with a timer, one variable. */
export const wishOf = (letter, memorySize, cron, indexes) => ({
  wanted: {
    collections: { tasks: { rule: 'ADMINONLY', indexes } },
    storage: 'ADMINONLY',
    functions: {
      task: {
        sha256: letter.repeat(64),
        bytes: 1,
        zippedBytes: 1,
        runtime: 'Nodejs20.19',
        handler: 'index.main',
        memorySize,
        timeout: 20,
        triggers: [{ name: 'tick', cron }],
        variables: ['CITY_NAME'],
      },
    },
  },
  codeOf: async () =>
    new JSZip()
      .file('index.js', letter, { date: new Date(0) })
      .generateAsync({ type: 'nodebuffer' }),
})
