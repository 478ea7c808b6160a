import { isPhone } from '@/domain/organization/phone'

describe('a phone number', () => {
  test.each(['0668-2111111', '13812345678', '1234567', '12345678901234567890'])(
    '%s is one',
    (typed) => expect(isPhone(typed)).toBe(true),
  )

  test.each(['', '123456', '123456789012345678901', '问村长', '1381234567 8', '+8613812345678'])(
    '%p is none',
    (typed) => expect(isPhone(typed)).toBe(false),
  )
})
