import { parseArguments, USAGE, UsageError } from '@/local/parse-arguments'

describe('the command line', () => {
  it.each([
    [[], false],
    [['--strict'], true],
    [['--strict=1'], { mostExamined: 1 }],
    [['--strict=500'], { mostExamined: 500 }],
    [['--most-examined', '500'], { mostExamined: 500 }],
    [['--most-examined=500'], { mostExamined: 500 }],
    [['--strict', '--most-examined', '500'], { mostExamined: 500 }],
  ])('%j makes queries as strict as %j', (args, strict) => {
    expect(parseArguments(args).strict).toEqual(strict)
  })

  it.each([
    [['--strict=']],
    [['--strict=0']],
    [['--strict=-1']],
    [['--strict=1.5']],
    [['--strict=1e3']],
    [['--strict=many']],
    [['--strict=1000000000']],
    [['--most-examined']],
    [['--most-examined', '0']],
  ])('%j is refused', (args) => {
    expect(() => parseArguments(args)).toThrow(UsageError)
  })

  it.each([
    [['--port', '65536'], 'is no port'],
    [['--port', '-1'], ''],
    [['--data', 'd', '--memory'], 'exclude each other'],
    [['--start-at', 'soon'], 'is no ISO time'],
    [['--push', 'a', '--push', 'b'], '--push takes'],
    [['--contrl'], "Unknown option '--contrl'"],
    [['stray'], 'stray'],
  ])('%j is refused with a sentence', (args, text) => {
    expect(() => parseArguments(args)).toThrow(UsageError)
    expect(() => parseArguments(args)).toThrow(text)
  })

  it('leaves demonstration and control off unless asked, and control does not come with the demonstration', () => {
    expect(parseArguments([])).toMatchObject({ demo: false, control: false })
    expect(parseArguments(['--demo'])).toMatchObject({ demo: true, control: false })
    expect(parseArguments(['--control'])).toMatchObject({ demo: false, control: true })
  })

  it('explains every option it takes', () => {
    for (const name of ['port', 'data', 'memory', 'functions', 'schema', 'strict', 'most-examined'])
      expect(USAGE).toContain(`--${name}`)
    for (const name of ['web', 'templates', 'pages', 'push', 'timers-twice', 'demo', 'control'])
      expect(USAGE).toContain(`--${name}`)
    for (const name of ['start-at', 'no-sync', 'quiet']) expect(USAGE).toContain(`--${name}`)
  })
})
