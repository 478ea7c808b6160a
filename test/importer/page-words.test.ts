import { codes, only } from './read'

const list = `一、整改问题：水泥厂粉尘污染。
二、整改时限：2020年12月底前
三、责任单位：县工信局
四、整改完成情况：建成料棚，粉尘得到控制。
`

describe('what a web page prints around a list', () => {
  it.each([
    '扫一扫在手机打开当前页\n主办：某州生态环境局 版权所有 备案号：某ICP备00000000号\n',
    '【打印】【关闭】\n上一篇：关于某某的公示\n主办单位：某州人民政府办公室 承办单位：某州信息中心\n',
    '分享到：微信 微博\n责任编辑：王某\n',
    '特此公示。\n\n某县工业和信息化局\n二〇二一年七月五日\n打印本页 关闭窗口\n',
    '自公示之日起10个工作日内，如有异议请反映。联系电话：0000-0000000\n',
  ])('stays out of the fields: %j', (foot) => {
    const task = only(`某州整改公示\n字号：大 中 小\n浏览次数：233\n${list}${foot}`)
    expect(task.progressText).toBe('建成料棚，粉尘得到控制。')
    expect(task.units).toMatchObject({ lead: [], responsible: ['县工信局'] })
    expect(task.title).toBe('某州整改公示')
  })

  it('leaves marks of another format behind', () => {
    const text =
      '# 第9项整改任务完成情况的公示\n**反馈问题：** “四乱”突出。\n**责任单位：** 市水利局\n**整改完成情况：** 已清理。\n'
    expect(only(text)).toMatchObject({
      number: '9',
      title: '第9项整改任务完成情况的公示',
      problem: '“四乱”突出。',
      units: { responsible: ['市水利局'] },
    })
  })

  it.each(['责任领导', '牵头领导', '包保领导', '整改责任人', '县级包抓领导', '牵头责任领导及职务'])(
    'takes no person for a unit: %s',
    (label) => {
      const task = only(
        `反馈问题：粉尘。\n责任单位：县工信局\n${label}：县长 张某\n整改情况：完成。\n`,
      )
      expect(task.units).toMatchObject({ lead: [], responsible: ['县工信局'], supporting: [] })
    },
  )
})

describe('how long a notice says it lasts', () => {
  it.each([
    ['现面向社会公示7天，时间从2021年9月13日至2021年9月19日。', 7, '天'],
    ['现进行为期7天的公示。公示时间：2021年9月13日-9月19日', 7, '天'],
    ['自公示之日起5个工作日内，如有异议请反映。公示时间：2021.9.13-2021.9.17', 5, '工作日'],
    ['公示时间：5个工作日（2021年9月13日-9月17日）', 5, '工作日'],
    ['现予以公示（2021年9月13日至9月17日）。', null, ''],
  ])('%s', (words, statedDays, statedUnit) => {
    const task = only(`${list}${words}\n`)
    expect(task.notice).toMatchObject({ from: '2021-09-13', statedDays, statedUnit })
    expect(codes(`${list}${words}\n`)).toEqual([])
  })

  it('leaves a day empty whose month is lost, and reports it', () => {
    const text = `${list}公示时间：2021年 月5日至2021年3月16日\n`
    expect(only(text).notice).toMatchObject({ from: '', to: '2021-03-16', workingDays: null })
    expect(codes(text)).toEqual(['DATE_BROKEN'])
  })
})
