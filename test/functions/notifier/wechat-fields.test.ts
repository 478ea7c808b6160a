import templates from '@/database/message-templates.json'
import { messageFields, noticeTexts } from '@/copy/message-templates'
import { messageTemplates } from '@/domain/reminder/template'
import { fieldTypeOf, fitField } from '@/cloudfunctions/_stores/wechat-fields'

const length = (text: string): number => [...text].length

describe('fields of subscription messages', () => {
  test('a thing of 20 characters stays whole, of 21 it is cut and shows that it is', () => {
    expect(fitField('thing', '字'.repeat(20))).toBe('字'.repeat(20))
    expect(fitField('thing', '字'.repeat(21))).toBe(`${'字'.repeat(19)}…`)
  })

  test('a cut never halves a character outside the basic plane', () => {
    const rare = '\u{20BB7}'.repeat(30)
    const cut = fitField('thing', rare)
    expect(length(cut)).toBe(20)
    expect(cut).toBe(`${'\u{20BB7}'.repeat(19)}…`)
  })

  test('newlines and blanks at the ends do not reach WeChat', () => {
    expect(fitField('thing', '  第一行\n第二行\t ')).toBe('第一行 第二行')
    expect(fitField('thing', ' \n ')).toBe('')
  })

  test('a number keeps 32 digits at most, and only digits', () => {
    expect(fitField('number', `共${'1'.repeat(40)}项`)).toBe('1'.repeat(32))
  })

  test('a phrase keeps 5 Chinese characters and nothing else', () => {
    expect(fitField('phrase', '已答复了的事情')).toBe('已答复了的')
    expect(fitField('phrase', '已答复OK1')).toBe('已答复')
    expect(fitField('phrase', 'done')).toBe('')
  })

  test('a character string holds 32 characters and no Chinese', () => {
    expect(fitField('character_string', '编号2019-1118-ABC')).toBe('2019-1118-ABC')
    expect(fitField('character_string', 'a'.repeat(33))).toBe('a'.repeat(32))
  })

  test('names, letters, symbols, telephone, plate and amount keep their limits', () => {
    expect(fitField('name', '一二三四五六七八九十甲')).toBe('一二三四五六七八九十')
    expect(length(fitField('name', 'a'.repeat(21)))).toBe(20)
    expect(fitField('letter', `${'A'.repeat(40)}1`)).toBe('A'.repeat(32))
    expect(fitField('symbol', 'a!!!!!!')).toBe('!!!!!')
    expect(fitField('phone_number', '0668-2000000转1234567890')).toBe('0668-200000012345')
    expect(fitField('car_number', '粤K12345学挂挂')).toBe('粤K12345学')
    expect(fitField('amount', '¥1234567890元整')).toBe('¥1234567890元')
  })

  test('the key of a field says its type', () => {
    expect(fieldTypeOf('thing12')).toBe('thing')
    expect(fieldTypeOf('character_string1')).toBe('character_string')
    expect(fieldTypeOf('thing')).toBeNull()
    expect(fieldTypeOf('other3')).toBeNull()
  })

  test('every notice fits its fields uncut', () => {
    for (const { state, hint } of Object.values(noticeTexts)) {
      expect(fitField('phrase', state)).toBe(state)
      expect(fitField('thing', hint)).toBe(hint)
    }
  })

  test('the fields we fill are those of the templates', () => {
    const titles = ['办理结果通知', '到期提醒', '商定时间通知']
    messageTemplates.forEach((template, index) => {
      const declared = templates.find(({ title }) => title === titles[index])
      expect(Object.values(messageFields[template]).sort()).toEqual(
        Object.keys(declared?.fields ?? {}).sort(),
      )
    })
  })
})
