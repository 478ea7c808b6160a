import { codes, only } from './read'

const body = '\n责任单位：某县政府\n整改完成情况：已完成。\n'

describe('the number of a task', () => {
  it.each([
    [
      '关于第18项整改任务完成情况的公示\n整改任务：（十八）雨污分流不彻底。',
      '18',
      '雨污分流不彻底。',
    ],
    ['整改情况公示表\n整改任务：序号12：超标排放。', '12', '超标排放。'],
    ['反馈问题公示\n反馈问题：三十六、露天堆放原料。', '三十六', '露天堆放原料。'],
    ['公示\n问题编号：GS-2021-07\n反馈问题：未治理。', 'GS-2021-07', '未治理。'],
    ['根据《条例》第十二条，公示如下\n反馈问题：（一）未治理。', '', '未治理。'],
    ['反馈问题27整改完成情况公示\n反馈问题：未治理。', '27', '未治理。'],
    ['公示\n序号\n  22\n反馈问题：未治理。', '22', '未治理。'],
  ])('of %j', (text, number, problem) => {
    expect(only(text + body)).toMatchObject({ number, problem })
  })

  it('is the point, and its item the parent', () => {
    const text = `第二十七项第（二）点整改情况公示\n整改任务：第二十七项第（二）点，清理水源地。${body}`
    expect(only(text)).toMatchObject({
      number: '二',
      parentNumber: '二十七',
      problem: '清理水源地。',
      title: '第二十七项第（二）点整改情况公示',
    })
  })

  it.each(['问题序号：第9项、第14项', '问题序号：9、14', '整改任务（序号9、序号14）公示'])(
    'is left to a person where one notice names several: %s',
    (words) => {
      const task = only(`${words}\n反馈问题：未治理。${body}`)
      expect(task.number).toBe('')
      expect(task.unsure).toMatchObject([{ field: 'number', proposed: '9、14' }])
    },
  )

  it('has the next plan above it as its upper plan', () => {
    const text = `现将自治区方案第43项（市方案第31项、旗方案第18项）整改情况公示如下：\n一、问题描述\n草原破坏。${body}`
    expect(only(text)).toMatchObject({ number: '18', upperNumber: '31' })
  })

  it('is not the case number of a petition', () => {
    const text = `第三批第12号信访件办理情况公示\n受理编号：X440000202009150023\n交办问题：气味刺鼻。${body}`
    expect(only(text)).toMatchObject({ number: '12', upperNumber: 'X440000202009150023' })
    expect(codes(text)).toEqual([])
  })
})
