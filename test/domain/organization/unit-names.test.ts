import type { Unit } from '@/domain/organization/unit'
import { keepingOldName } from '@/domain/organization/unit-names'

const unit = (name: string, more: Partial<Unit> = {}): Unit => ({
  ...{ id: 'u', name, kind: 'department', regionCode: '440900', aliases: [], phone: null },
  ...more,
})

describe('a unit that a table names anew', () => {
  it('keeps its old names once each, and its present one is none of them', () => {
    const wanted = unit('市生态环境局', { aliases: ['环境局'] })
    const stored = unit('市环保局', { aliases: ['环境局', '市生态环境局'] })
    expect(keepingOldName(wanted, stored).aliases).toEqual(['环境局', '市环保局'])
    expect(keepingOldName(wanted, undefined)).toBe(wanted)
  })

  it('stays the enforcement body that it was marked as, and becomes none', () => {
    const marked = unit('市环保局', { enforcementPaper: '茂府〔2019〕1号' })
    expect(keepingOldName(unit('市环保局'), marked).enforcementPaper).toBe('茂府〔2019〕1号')
    expect(keepingOldName(unit('市环保局'), unit('市环保局'))).not.toHaveProperty(
      'enforcementPaper',
    )
  })
})
