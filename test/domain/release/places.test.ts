import { mostRead, placesRead, whyUnread, withRead } from '@/domain/release/places'
import { notReleased, withheldFrom } from '@/domain/release/task-release'

const all = ['number', 'problem', 'time']
const of = { kind: 'openness', personId: 'publisher-1', digest: 'new' } as const
const read = (opened: readonly string[], by = of) => withRead(notReleased, by, opened, all)!

describe('the places of a notice that were opened', () => {
  it('are all of them before its check, of one person, one check and one exact text', () => {
    expect(whyUnread(notReleased, of, all)?.code).toBe('RELEASE.UNREAD')
    expect(whyUnread(read(['number', 'problem']), of, all)?.code).toBe('RELEASE.UNREAD')
    const whole = read(all)
    expect(whyUnread(whole, of, all)).toBeNull()
    const others = [{ kind: 'secrecy' } as const, { personId: 'publisher-2' }, { digest: 'old' }]
    for (const other of others)
      expect(whyUnread(whole, { ...of, ...other }, all)?.code).toBe('RELEASE.UNREAD')
    // A text without places asks for none.
    expect(whyUnread(notReleased, of, [])).toBeNull()
  })

  it('add up, count once, and are of the text only', () => {
    const once = read(['time', 'time', 'goal.7'])
    expect(placesRead(once, of, all)).toEqual(['time'])
    expect(withRead(once, of, ['time'], all)).toBeNull()
    const twice = withRead(once, of, ['number'], all)!
    expect(placesRead(twice, of, all)).toEqual(['number', 'time'])
    const other = { ...of, personId: 'publisher-2' }
    const both = withRead(twice, other, ['problem'], all)!
    expect(mostRead(both, of, all)).toBe(2)
    expect(mostRead(both, { ...of, kind: 'secrecy' }, all)).toBe(0)
    // Another text: what was read of the old one is kept no longer.
    const anew = withRead(both, { ...of, digest: 'newer' }, ['problem'], all)!
    expect(anew.readings).toHaveLength(1)
  })

  it('stay opened where the text is held back as it stands', () => {
    const held = { by: 'openness', on: '2018-06-20', reason: '写了姓' } as const
    expect(whyUnread(withheldFrom(read(all), 'new', held), of, all)).toBeNull()
  })
})
