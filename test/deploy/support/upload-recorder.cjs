// Stands where `miniprogram-ci` would, and writes down what it is given.
const record = async (what) => {
  const { appendFileSync } = await import('node:fs')
  appendFileSync(process.env.RECORD, `${JSON.stringify(what)}\n`)
}

class Project {
  constructor(options) {
    this.options = options
  }
}

const take = (what) => async (options) => {
  await record({ what, ...options })
  if (process.env.REFUSE) throw new Error(process.env.REFUSE)
}

module.exports = { Project, upload: take('upload'), preview: take('preview') }
