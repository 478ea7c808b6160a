import { memory, phone } from './fake-taro'
import {
  listDrafts,
  readDraft,
  readStored,
  removeDraft,
  writeDraft,
  writeStored,
} from '@/src/platform/storage'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('./fake-taro')>('./fake-taro'))

beforeEach(() => {
  memory.clear()
  phone.full = false
})

describe('drafts on the phone', () => {
  it('come back as they were typed, each under its name', () => {
    writeDraft('report', { words: '沟里黑水' })
    writeDraft('monthly.t1', { words: '' })
    expect(readDraft('report')).toEqual({ words: '沟里黑水' })
    expect(readDraft('monthly.t1')).toEqual({ words: '' })
    expect(readDraft('monthly.t2')).toBeNull()
  })

  it('are listed by name, without anything else that is stored', () => {
    writeStored('actAs', 'm1')
    writeDraft('report', {})
    writeDraft('monthly.t1', {})
    expect(listDrafts().sort()).toEqual(['monthly.t1', 'report'])
    removeDraft('report')
    expect(listDrafts()).toEqual(['monthly.t1'])
  })

  it('are said not to be kept when the phone is full, and the old one stays', () => {
    writeDraft('report', { words: 'a' })
    phone.full = true
    expect(writeDraft('report', { words: 'ab' })).toBe(false)
    expect(readDraft('report')).toEqual({ words: 'a' })
    phone.full = false
    expect(writeDraft('report', { words: 'ab' })).toBe(true)
  })
})

describe('settings on the phone', () => {
  it('tell a choice of no from no choice', () => {
    expect(readStored('largeType')).toBeNull()
    writeStored('largeType', false)
    expect(readStored('largeType')).toBe(false)
    writeStored('largeType', null)
    expect(readStored('largeType')).toBeNull()
  })
})
