import type { Paper } from '@/domain/papers/paper'

/** 卷宗封面和目录 (一案一档): one sheet that says where each of its numbers stands in the ledger. */
export const caseFilePaper: Paper = {
  mark: '代拟稿',
  blocks: [
    { kind: 'title', text: '整改任务卷宗' },
    { kind: 'line', text: '第{number}项：{title}' },
    { kind: 'small', text: '{madeOn}由整改通按台账生成，是代拟稿，签字盖章后归档。' },
    {
      kind: 'facts',
      rows: [
        ['上级方案', '{upperNumber}'],
        ['现在的状态', '{state}'],
        ['责任单位', '{units}'],
        ['整改时限', '{deadline}'],
        ['反馈问题', '{problem}'],
      ],
    },
    { kind: 'heading', text: '一、数字和出处' },
    {
      kind: 'table',
      list: 'figures',
      columns: [
        { name: '项目', value: '{name}', width: 40 },
        { name: '数', value: '{value}', width: 15 },
        { name: '出处', value: '{source}', width: 45 },
      ],
      empty: '没有。',
    },
    { kind: 'heading', text: '二、整改措施' },
    {
      kind: 'table',
      list: 'measures',
      columns: [
        { name: '措施', value: '{text}', width: 42 },
        { name: '期限', value: '{dueOn}', width: 16 },
        { name: '方案写明的证明', value: '{proof}', width: 26 },
        { name: '完成', value: '{doneOn}', width: 16 },
      ],
      empty: '清单没有列措施。',
    },
    { kind: 'heading', text: '三、证据目录' },
    {
      kind: 'table',
      list: 'evidence',
      columns: [
        { name: '编号', value: '{no}', width: 8 },
        { name: '证据', value: '{name}', width: 20 },
        { name: '用在', value: '{part}', width: 24 },
        { name: '日期', value: '{on}', width: 14 },
        { name: '指纹 SHA-256', value: '{sha256}', width: 34 },
      ],
      empty: '没有上传的照片和文件。',
    },
    { kind: 'line', text: '凭文号的材料' },
    {
      kind: 'table',
      list: 'numbered',
      columns: [
        { name: '文号', value: '{number}', width: 30 },
        { name: '用在', value: '{part}', width: 50 },
        { name: '完成日期', value: '{on}', width: 20 },
      ],
      empty: '没有。',
    },
    { kind: 'heading', text: '四、经过' },
    {
      kind: 'table',
      list: 'events',
      columns: [
        { name: '第几条', value: '{seq}', width: 12 },
        { name: '时间', value: '{at}', width: 28 },
        { name: '做了什么', value: '{name}', width: 30 },
        { name: '单位', value: '{unit}', width: 30 },
      ],
      empty: '没有。',
    },
    { kind: 'heading', text: '五、村里看法' },
    { kind: 'line', text: '{opinions}' },
    {
      kind: 'table',
      list: 'matters',
      columns: [
        { name: '不满意的事（归纳）', value: '{words}', width: 50 },
        { name: '答复', value: '{answer}', width: 50 },
      ],
      empty: '没有不满意的事。',
    },
    { kind: 'heading', text: '六、验收' },
    {
      kind: 'table',
      list: 'checks',
      columns: [
        { name: '第几轮', value: '{cycle}', width: 12 },
        { name: '哪一级', value: '{level}', width: 20 },
        { name: '单位', value: '{unit}', width: 28 },
        { name: '人数', value: '{checkers}', width: 10 },
        { name: '日期', value: '{on}', width: 16 },
        { name: '结论', value: '{passed}', width: 14 },
      ],
      empty: '还没有验收。',
    },
    { kind: 'line', text: '入企检查（由执法单位进行，是验收这几条的证据）' },
    {
      kind: 'table',
      list: 'firms',
      columns: [
        { name: '哪一级', value: '{level}', width: 14 },
        { name: '企业', value: '{firm}', width: 18 },
        { name: '执法单位', value: '{body}', width: 20 },
        { name: '日期', value: '{on}', width: 14 },
        { name: '措施和查到的', value: '{found}', width: 34 },
      ],
      empty: '没有。',
    },
    { kind: 'heading', text: '七、决定' },
    { kind: 'line', text: '{decision}' },
    { kind: 'heading', text: '八、存证' },
    { kind: 'line', text: '共{chainLength}条记录，最后一条的指纹：' },
    { kind: 'line', text: '{head}' },
    { kind: 'code', text: '{code}' },
    {
      kind: 'small',
      text: '扫码得到指纹，在“核对存证”里和卷宗的存证文件对照。它能发现改动，拦不住改动。',
    },
  ],
}
