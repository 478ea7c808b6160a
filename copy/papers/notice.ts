import type { Paper } from '@/domain/papers/paper'

/** 办结前公示 on paper, for the board of a village that reads no phone. */
export const noticePaper: Paper = {
  mark: '代拟稿',
  blocks: [
    { kind: 'title', text: '整改办结前公示' },
    { kind: 'line', text: '第{number}项：{title}' },
    { kind: 'line', text: '{period}' },
    { kind: 'heading', text: '反馈的问题' },
    { kind: 'line', text: '{problem}' },
    { kind: 'heading', text: '做了什么' },
    {
      kind: 'table',
      list: 'done',
      columns: [
        { name: '措施', value: '{text}', width: 45 },
        { name: '做了什么', value: '{words}', width: 35 },
        { name: '完成', value: '{on}', width: 20 },
      ],
      empty: '没有列措施。',
    },
    { kind: 'heading', text: '谁查的' },
    {
      kind: 'table',
      list: 'checks',
      columns: [
        { name: '哪一级', value: '{level}', width: 25 },
        { name: '单位', value: '{unit}', width: 40 },
        { name: '人数', value: '{checkers}', width: 15 },
        { name: '日期', value: '{on}', width: 20 },
      ],
      empty: '没有。',
    },
    { kind: 'heading', text: '整改前后照片' },
    {
      kind: 'table',
      list: 'photos',
      columns: [
        { name: '第几组', value: '{nth}', width: 15 },
        { name: '措施', value: '{text}', width: 45 },
        { name: '整改前', value: '{before}', width: 20 },
        { name: '整改后', value: '{after}', width: 20 },
      ],
      empty: '没有随公示公开的照片。',
    },
    { kind: 'heading', text: '村里怎么说' },
    { kind: 'line', text: '{villages}' },
    { kind: 'heading', text: '有不同意见' },
    { kind: 'line', text: '公示期内可以在小程序“整改通”里说，也可以打12345。' },
    { kind: 'small', text: '文字取自两人审查后公开的内容，是代拟稿。' },
  ],
}
