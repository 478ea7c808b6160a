import { negotiationWords } from '@/copy/negotiation'

describe('what is said of the measures that were chosen', () => {
  it.each([
    [0, 0, 2, '2项没选'],
    [1, 0, 1, '1项同意，1项没选'],
    [2, 0, 0, '2项都同意'],
    [1, 1, 0, '1项同意，1项另提'],
    [0, 2, 0, '2项另提'],
  ])(
    '%i agreed, %i other, %i open: nobody agrees to all before choosing',
    (...[agree, other, open, said]) => {
      expect(negotiationWords.summary(agree, other, open)).toBe(said)
    },
  )
})

it('days agreed before terms were reopened are named as those that bind', () => {
  expect(negotiationWords.stillBinds('2019-12-20', '2019-11-18')).toBe(
    '已商定12月20日，重新签认前仍然算数',
  )
})
