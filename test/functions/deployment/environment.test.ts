import {
  environmentFrom,
  ofEveryFunction,
  type VariableName,
} from '@/cloudfunctions/_stores/environment'
import { testEnvironment } from '../../support/environment'

const names: readonly VariableName[] = [
  ...ofEveryFunction,
  'CITY_NAME',
  'WECHAT_SECRET',
  'MINI_PROGRAM_STATE',
  'MESSAGES',
  'WECHAT_API_BASE',
  'ALARM_WEBHOOK',
]
const faultOf = (env: Readonly<Record<string, string | undefined>>): string => {
  try {
    environmentFrom(env, names)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

describe('the environment of a function', () => {
  it('is read once, with the usual value where one is left out or empty', () => {
    const env = { ...testEnvironment, MINI_PROGRAM_STATE: '', DATABASE_ADDS_SINGLY: '' }
    expect(environmentFrom(env, names)).toMatchObject({
      TCB_ENV: null,
      DATABASE_ADDS_SINGLY: '0',
      CITY_REGION: '440900',
      MINI_PROGRAM_STATE: 'formal',
      MESSAGES: 'wechat',
      WECHAT_API_BASE: null,
      ALARM_WEBHOOK: null,
    })
  })

  it('names everything that is missing or wrong at once, and tells no value', () => {
    const { WECHAT_SECRET: secret } = testEnvironment
    expect(faultOf({ ...testEnvironment, CITY_REGION: undefined, CITY_NAME: ' ' })).toBe(
      'CITY_REGION is not set, CITY_NAME is wrong',
    )
    const said = faultOf({
      ...testEnvironment,
      CITY_REGION: secret,
      MESSAGES: secret,
      ALARM_WEBHOOK: secret,
      DATABASE_ADDS_SINGLY: 'yes',
    })
    expect(said).toBe(
      'DATABASE_ADDS_SINGLY is wrong, CITY_REGION is wrong, MESSAGES is wrong, ALARM_WEBHOOK is wrong',
    )
    expect(said).not.toContain(secret)
  })

  it.each(['44090', '440902', '4409000', '44O900'])('takes no %s for a city', (code) => {
    expect(faultOf({ ...testEnvironment, CITY_REGION: code })).toBe('CITY_REGION is wrong')
  })

  it('takes any form of keys: the gate says so to everybody, with one code', () => {
    expect(faultOf({ ...testEnvironment, IDENTITY_KEYS: '' })).toBe('')
    expect(faultOf({ ...testEnvironment, IDENTITY_KEYS: 'test:short' })).toBe('')
  })

  it('has its addresses without a stroke at the end, and no address that is none', () => {
    const at = (address: string) =>
      environmentFrom({ WECHAT_API_BASE: address }, ['WECHAT_API_BASE']).WECHAT_API_BASE
    expect(at('https://api.weixin.qq.com//')).toBe('https://api.weixin.qq.com')
    expect(() => at('api.weixin.qq.com')).toThrow('WECHAT_API_BASE is wrong')
  })
})
