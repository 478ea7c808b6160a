import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type ActionContract, read, repeatable, write } from '@/contract/action'
import { empty } from '@/contract/fields'

const folder = path.resolve(__dirname, '../../contract')
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
)
const textOf = (file: string) => readFileSync(path.join(folder, file), 'utf8')

describe('the contract', () => {
  it('is read in pieces: no file has more than 150 lines', () => {
    expect(files.length).toBeGreaterThan(30)
    expect(files.filter((file) => textOf(file).split('\n').length > 150)).toEqual([])
  })

  it('names what may be done next by the events of the thing, never by any text', () => {
    const naming = files.filter((file) => /\bevents?: z\.array\(/.test(textOf(file)))
    expect(naming.length).toBeGreaterThan(5)
    expect(naming.filter((file) => /\bevents?: z\.array\(z\.string/.test(textOf(file)))).toEqual([])
  })

  it('says a shape that several contexts share once', () => {
    const words = files.filter((file) => /const reason = text\(/.test(textOf(file)))
    expect(words).toEqual(['fields.ts'])
  })

  it('asks every write for a key, and keeps the reply of all but those that may be repeated', () => {
    const kindOf = ({ writes, keepsReply }: ActionContract) => ({ writes, keepsReply })
    expect([read, write, repeatable].map((make) => kindOf(make('person', empty, empty)))).toEqual([
      { writes: false, keepsReply: false },
      { writes: true, keepsReply: true },
      { writes: true, keepsReply: false },
    ])
  })
})
