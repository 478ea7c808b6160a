import type { LabelField } from './label-field'

/**
 * Labels are built of few parts (整改 + 完成 + 时限), and each place puts them together anew:
 * the usual ones are composed here, so that a list of another place needs no new word.
 */
interface Family {
  field: LabelField
  first: string
  second: string
  /** Behind both; the empty ending always counts. */
  ending?: string
}

const families: Family[] = [
  {
    field: 'problem',
    first:
      '整改 反馈 督察反馈 督察 督察发现 督察指出 具体 主要 突出 存在 存在的 交办 转办 举报 信访 信访举报 环境 反映 群众反映 群众举报 投诉 督察整改 发现 反馈的 警示片披露 披露 曝光 通报 巡察反馈 反馈意见 需整改 对应',
    second: '问题',
    ending: '描述 表述 情况 内容 概述 简述 概况 基本情况 事项 具体内容 摘要 具体情况 原文 详情',
  },
  { field: 'problem', first: '问题', second: '描述 表述 内容 概述 摘要 详情 原文 现状 简介' },
  {
    field: 'problem',
    first: '整改任务 整改事项 反馈意见 交办事项',
    second: '内容 描述 表述 具体内容 及问题 原文',
  },
  {
    field: 'problem',
    first: '举报 信访 信访件 投诉 反映 交办 转办 举报件 交办件 来电来信',
    second: '内容 事项 情况 主要内容 基本情况 反映内容 反映情况',
  },
  {
    field: 'goals',
    first:
      '整改 治理 整治 工作 任务 总体 预期 年度 整改工作 主要 整改任务 阶段 阶段性 完成 验收 修复',
    second: '目标',
    ending: '任务 要求 及要求 和要求',
  },
  {
    field: 'measures',
    first:
      '整改 整治 治理 工作 具体 主要 重点 落实 推进 解决 具体整改 具体整治 具体工作 主要整改 主要工作 拟采取 拟采取的 采取 采取的 采取整改 修复 防治 任务 整改落实',
    second: '措施 举措',
    ending: '要求 及要求 内容',
  },
  {
    field: 'deadline',
    first:
      '整改 整治 治理 完成 办结 办理 销号 落实 计划 计划完成 预计完成 要求完成 整治完成 计划整改 计划销号 任务 任务完成 工作 工作完成 推进 整改落实 目标完成 完成整改 计划整治 拟完成 修复 措施完成',
    second: '时限 期限 时间节点 时间要求 时限要求 期限要求',
  },
  {
    field: 'deadline',
    first:
      '计划 计划完成 预计完成 要求完成 计划整改 计划完成整改 完成整改 拟完成 应完成 目标完成 计划整治 预计整改完成 计划整改完成',
    second: '时间 日期',
  },
  {
    field: 'responsible',
    first:
      '责任 主责 整改 整改责任 实施 承办 主体责任 落实 属地 属地责任 直接责任 负责 具体责任 具体实施 具体承办 主要责任 整改实施 整改落实 整改主体 行业责任 组织实施 执行 参与 参加 责任落实 办理 整治责任 治理责任',
    second: '单位 部门 主体',
    ending: '名称',
  },
  {
    field: 'measures',
    first: '整改措施 措施 具体措施 主要措施 整治措施 工作措施 治理措施 整改具体措施',
    second:
      '及时限 和时限 与时限 及完成时限 和完成时限 及整改时限 和整改时限 及期限 及完成时间 及时间节点 及时间安排 及责任单位 和责任单位 及责任分工 及分工',
  },
  {
    field: 'lead',
    first:
      '牵头 牵头责任 牵头负责 主办 总牵头 整改牵头 牵头整改 责任牵头 牵头承办 牵头落实 牵头组织',
    second: '单位 部门 主体',
    ending: '名称',
  },
  {
    field: 'supporting',
    first: '配合 协办 协同 协助 协作 责任配合 配合责任 协同配合 参与配合 配合整改 会办',
    second: '单位 部门',
  },
  {
    field: 'supervising',
    first:
      '督导 督办 监督 监管 督促 督查 督察 督促指导 监督指导 指导监督 监督管理 指导 业务指导 行业指导 行业监管 行业主管 整改督导 督导责任 监管责任 监督责任 督导检查 跟踪督办 指导督促 督导督办',
    second: '单位 部门 责任单位 主体',
  },
  {
    field: 'accepting',
    first:
      '验收 销号 验收销号 销号验收 核查 核查验收 核实 核验 复核 认定 验收责任 验收牵头 验收组织 组织验收 牵头验收 审核验收 审核 评估验收 整改验收',
    second: '单位 部门 主体',
  },
  {
    field: 'supervisingAccepting',
    first: '督导 监督 督办 监管 督查',
    second: '验收 及验收 和验收 、验收 /验收 (验收) 核查验收',
    ending: '单位 部门 责任单位',
  },
  {
    field: 'progress',
    first:
      '整改 整改任务 整治 治理 工作 任务 措施 整改措施 落实 整改落实 整改工作 修复 问题整改 目标 目前 当前',
    second:
      '完成情况 进展情况 落实情况 推进情况 工作情况 开展情况 进展 进度情况 办理情况 实施情况 完成情况说明',
    ending: '及成效 和成效 及效果 及存在问题 及存在的问题',
  },
  {
    field: 'progress',
    first:
      '整改措施 整改 主要工作 主要整改工作 整改工作 工作措施 采取措施 采取的措施 主要措施 主要做法 整改做法',
    second: '及 及其 和 与 、',
    ending:
      '成效 效果 完成情况 落实情况 进展情况 整改情况 取得成效 整改成效 主要成效 工作成效 结果',
  },
  {
    field: 'ignored',
    first:
      '责任 牵头 包保 包抓 包联 包案 督办 分管 主管 联系 挂点 挂联 领办 督导 整改责任 直接 主要 第一 具体 牵头责任 配合责任 验收 包抓督办 联系包抓 市级责任 县级责任 直接责任 负责 整改 配合',
    second: '领导 责任人 负责人 人员 责任领导 包抓领导 市领导 县领导',
    ending: '及职务 姓名 及联系方式 及电话',
  },
  {
    field: 'ignored',
    first: '问题 整改 污染 任务 案件 信访件 举报件 水源地 保护区 行业 督察 整治 要素 销号',
    second: '类型 类别 性质 级别 等级 来源 属性 状态 阶段 分类 方式 程度 标准 依据 名称',
  },
  {
    field: 'ignored',
    first:
      '监督 举报 联系 受理 咨询 投诉 反馈 信访 值班 办公 公示 监督举报 意见反馈 异议受理 反映 来信',
    second:
      '电话 单位 部门 地址 邮箱 方式 渠道 途径 电子邮箱 信箱 机构 传真 电子信箱 人员 人 号码 邮编',
    ending: '及电话 及联系方式 及地址',
  },
]

/** Who owes a task, told without 单位: labels only before a colon. */
const duties: readonly [words: string, field: LabelField][] = [
  ['整改责任 主体责任 属地责任 直接责任 落实责任', 'responsible'],
  ['牵头责任', 'lead'],
  ['配合责任 协办责任 协同责任', 'supporting'],
  ['督导责任 督办责任 监督责任 监管责任 行业监管责任', 'supervising'],
  ['验收责任', 'accepting'],
]

const list = (words: string): string[] => words.split(' ')

/** Every composed label with its field; a word that the lexicon names itself is left to it. */
export function composedLabels(): [string, LabelField][] {
  return families.flatMap(({ field, first, second, ending }) =>
    list(first).flatMap((one) =>
      list(second).flatMap((two) => {
        const endings = ending ? list(ending) : []
        // 主要工作及 alone is no label: a part that only joins needs its ending.
        const bare = /^(?:及|、?\/?和?及?\(?验收\)?|核查验收)$/.test(two) ? [] : ['']
        return [...bare, ...endings].map((end): [string, LabelField] => [one + two + end, field])
      }),
    ),
  )
}

/** Words that name a field only before a colon: 整改责任:, 督办责任:. */
export const dutyLabels: readonly [string, LabelField][] = duties.flatMap(([words, field]) =>
  list(words).map((word): [string, LabelField] => [word, field]),
)
