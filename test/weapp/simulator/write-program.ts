import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A page or component of a small native program: its script and template. */
export interface Part {
  readonly js?: string
  readonly wxml: string
  readonly json?: object
}

export interface Program {
  readonly appJson: { readonly pages: readonly string[]; readonly [key: string]: unknown }
  readonly app?: string
  readonly parts: Readonly<Record<string, Part>>
}

/** Writes a native mini-program to a new folder, to try the simulator without Taro. */
export const writeProgram = ({ appJson, app = 'App({})', parts }: Program): string => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mini-program-'))
  const write = (file: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    fs.writeFileSync(path.join(folder, file), text)
  }
  write('app.json', JSON.stringify(appJson))
  write('app.js', app)
  for (const [name, { js = 'Page({})', wxml, json = {} }] of Object.entries(parts)) {
    write(`${name}.js`, js)
    write(`${name}.wxml`, wxml)
    write(`${name}.json`, JSON.stringify(json))
  }
  return folder
}
