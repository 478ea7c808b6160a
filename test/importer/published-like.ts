import type { Expected, TaskTruth } from './corpus/model'

/** The right values of a task in short. */
interface Right {
  number?: string
  upper?: string
  parent?: string
  problem?: string
  goals?: string[]
  lead?: string[]
  responsible?: string[]
  supporting?: string[]
  supervising?: string[]
  accepting?: string[]
  /** Fields that are right and shown for a person to look at. */
  shown?: string[]
  /** Printed words, kinds, days. */
  deadline?: [text: string, kinds: string[], dates?: string[]]
  /** A deadline of which a person decides the days. */
  open?: string
  measures?: (string | [text: string, Right])[]
  progress?: string
}

export interface PublishedLike {
  name: string
  text: string
  tasks: TaskTruth[]
}

const roles = ['lead', 'responsible', 'supporting', 'supervising', 'accepting'] as const

function fieldsOf(right: Right, path = ''): Record<string, Expected<unknown>> {
  const fields: Record<string, Expected<unknown>> = {}
  const put = (name: string, value: unknown): void => {
    if (value !== undefined) fields[`${path}${name}`] = { value }
  }
  for (const role of roles) put(`units.${role}`, right[role])
  const [text, kinds, dates] = right.deadline ?? []
  put('deadline.text', text ?? right.open)
  put('deadline.kinds', kinds)
  put('deadline.dates', dates)
  if (right.open !== undefined) fields[`${path}deadline.dates`] = { value: [], open: true }
  return fields
}

/** @param key words that only this task prints in its problem */
function task(key: string, right: Right): TaskTruth {
  const fields = fieldsOf(right)
  const put = (name: string, value: unknown): void => {
    if (value !== undefined) fields[name] = { value }
  }
  put('number', right.number)
  put('upperNumber', right.upper)
  put('parentNumber', right.parent)
  put('problem', right.problem)
  put('goals', right.goals)
  put('progressText', right.progress)
  right.measures?.forEach((measure, at) => {
    const [text, own] = typeof measure === 'string' ? [measure, {}] : measure
    Object.assign(fields, fieldsOf(own, `measures[${at}].`))
    put(`measures[${at}].text`, text)
  })
  for (const path of right.shown ?? [])
    for (const [name, field] of Object.entries(fields))
      if (name.startsWith(path)) field.shown = true
  return { key, fields }
}

/**
 * Small lists in the layouts that counties and cities publish, written from the genre with their
 * right values first: they are no part of the corpus, and its generator knows nothing of them.
 */
export const publishedLike: PublishedLike[] = [
  {
    name: 'a person answers beside the unit',
    text: `云岭市贯落实省级生态环境保护督察反馈意见整改任务清单

一、部分乡镇生活污水处理设施长期闲置。抽查发现,柳河镇、石桥乡污水处理站建成三年未投入运行。
整改目标:污水处理站全部正常运行。
整改措施:1.对全市乡镇污水处理站开展排查。2.落实第三方运维单位。
整改时限:2023年12月底前
责任领导:张某某
牵头单位:市住房城乡建设局
配合单位:市财政局、市生态环境局
督办单位:市政府督查室

二、建筑工地扬尘管控不严。城东新区部分工地未落实“六个百分之百”。
整改目标:工地扬尘防治措施落实到位。
整改措施:1.加大执法力度。2.安装在线监测设备。
整改时限:立行立改,长期坚持
责任领导:李某某
牵头单位:市住房城乡建设局
配合单位:市城管局、城东新区管委会
督办单位:市政府督查室
`,
    tasks: [
      task('柳河镇、石桥乡', {
        number: '一',
        problem:
          '部分乡镇生活污水处理设施长期闲置。抽查发现,柳河镇、石桥乡污水处理站建成三年未投入运行。',
        goals: ['污水处理站全部正常运行。'],
        measures: ['对全市乡镇污水处理站开展排查。', '落实第三方运维单位。'],
        deadline: ['2023年12月底前', ['fixed'], ['2023-12-31']],
        lead: ['市住房城乡建设局'],
        supporting: ['市财政局', '市生态环境局'],
        supervising: ['市政府督查室'],
      }),
      task('建筑工地扬尘', {
        number: '二',
        problem: '建筑工地扬尘管控不严。城东新区部分工地未落实“六个百分之百”。',
        goals: ['工地扬尘防治措施落实到位。'],
        measures: ['加大执法力度。', '安装在线监测设备。'],
        deadline: ['立行立改,长期坚持', ['immediate', 'longTerm']],
        lead: ['市住房城乡建设局'],
        supporting: ['市城管局', '城东新区管委会'],
        supervising: ['市政府督查室'],
      }),
    ],
  },
  {
    name: 'a notice with the source of the problem',
    text: `关于第二轮中央生态环境保护督察群众信访第37号问题整改销号的公示

根据省督察办有关要求,现将我县承担的信访问题整改情况予以公示。

问题来源:第二轮中央生态环境保护督察转办信访件
问题描述:清江镇杨家湾村一石材加工厂夜间生产,噪声、粉尘扰民。
责任单位:清江镇人民政府
整改时限:2021年10月31日前
整改目标:噪声、粉尘达标排放。
整改措施:责令企业停产整改;安装除尘设施;夜间不得生产。
整改结果:企业已于2021年10月20日完成整改,经监测达标。

公示期:2021年11月1日至11月12日
联系电话:0000-0000000
`,
    tasks: [
      task('杨家湾村', {
        number: '37',
        problem: '清江镇杨家湾村一石材加工厂夜间生产,噪声、粉尘扰民。',
        responsible: ['清江镇人民政府'],
        deadline: ['2021年10月31日前', ['fixed'], ['2021-10-31']],
        goals: ['噪声、粉尘达标排放。'],
        // Without a number or a line of its own nothing parts them.
        measures: ['责令企业停产整改;安装除尘设施;夜间不得生产。'],
        progress: '企业已于2021年10月20日完成整改,经监测达标。',
      }),
    ],
  },
  {
    name: 'a ledger with persons and a yes-or-no column',
    text: `平川区突出环境问题整改台账
| 序号 | 问题类型 | 具体问题 | 整改要求 | 责任单位 | 责任人 | 整改期限 | 整改进展 | 是否销号 |
| 1 | 水污染 | 东干渠沿线有3处生活污水直排口。 | 封堵直排口,污水接入管网。 | 区水务局 | 王某 | 2022年5月底 | 已封堵。 | 是 |
| 2 | 大气污染 | 华兴砖厂原料露天堆放。 | 入棚或覆盖。 | 区生态环境分局 | 赵某 | 2022年6月15日 | 正在整改。 | 否 |
| 3 | 固废 | 南环路东侧堆存建筑垃圾约200方。 | 清运到位。 | 区城管局 | 孙某 | 2022年4月底 | 已清运。 | 是 |
`,
    tasks: [
      task('东干渠', {
        number: '1',
        problem: '东干渠沿线有3处生活污水直排口。',
        goals: ['封堵直排口,污水接入管网。'],
        responsible: ['区水务局'],
        deadline: ['2022年5月底', ['fixed'], ['2022-05-31']],
        progress: '已封堵。',
      }),
      task('华兴砖厂', {
        number: '2',
        problem: '华兴砖厂原料露天堆放。',
        goals: ['入棚或覆盖。'],
        responsible: ['区生态环境分局'],
        deadline: ['2022年6月15日', ['fixed'], ['2022-06-15']],
        progress: '正在整改。',
      }),
      task('南环路东侧', {
        number: '3',
        problem: '南环路东侧堆存建筑垃圾约200方。',
        goals: ['清运到位。'],
        responsible: ['区城管局'],
        deadline: ['2022年4月底', ['fixed'], ['2022-04-30']],
        progress: '已清运。',
      }),
    ],
  },
  {
    name: 'sources of pollution with local and trade supervisors',
    text: `附件
入河排污口整治清单
| 序号 | 所在县区 | 排污口名称 | 存在问题 | 整治措施 | 完成时限 | 责任主体 | 监管部门 |
| 1 | 阳新县 | 富水河左岸工业排口 | 排水浑浊,氨氮超标。 | 实施污水处理厂提标改造。 | 2024年6月底前 | 富水镇人民政府 | 市生态环境局阳新分局 |
| 2 | 大冶市 | 大冶湖北岸雨洪排口 | 雨污混流。 | 开展雨污分流改造。 | 2025年底前 | 东岳路街道办事处 | 市水利和湖泊局 |
`,
    tasks: [
      task('排水浑浊', {
        number: '1',
        problem: '排水浑浊,氨氮超标。',
        measures: ['实施污水处理厂提标改造。'],
        deadline: ['2024年6月底前', ['fixed'], ['2024-06-30']],
        responsible: ['富水镇人民政府'],
        supervising: ['市生态环境局阳新分局'],
      }),
      task('雨污混流', {
        number: '2',
        problem: '雨污混流。',
        measures: ['开展雨污分流改造。'],
        deadline: ['2025年底前', ['fixed'], ['2025-12-31']],
        responsible: ['东岳路街道办事处'],
        supervising: ['市水利和湖泊局'],
      }),
    ],
  },
  {
    name: 'labels run on in one paragraph',
    text: `凤台区中央环保督察“回头看”反馈问题整改情况

1.关于污泥处置能力不足的问题。责任单位:区住建局。整改时限:2020年6月底前。整改措施:(1)加快污泥处置中心建设;(2)规范污泥转运联单。整改进展:污泥处置中心已建成投运。
2.关于黑臭水体治理不彻底的问题。责任单位:区水利局、新城街道。整改时限:2020年12月底前。整改措施:(1)实施控源截污;(2)开展清淤疏浚。整改进展:已完成清淤3.2公里。
3.关于散乱污企业反弹的问题。责任单位:各乡镇人民政府。整改时限:立即整改并长期坚持。整改措施:(1)建立网格化巡查;(2)发现一起取缔一起。整改进展:累计取缔12家。
`,
    tasks: [
      task('污泥处置能力', {
        number: '1',
        problem: '关于污泥处置能力不足的问题。',
        responsible: ['区住建局'],
        deadline: ['2020年6月底前', ['fixed'], ['2020-06-30']],
        measures: ['加快污泥处置中心建设;', '规范污泥转运联单。'],
        progress: '污泥处置中心已建成投运。',
      }),
      task('黑臭水体', {
        number: '2',
        problem: '关于黑臭水体治理不彻底的问题。',
        responsible: ['区水利局', '新城街道'],
        deadline: ['2020年12月底前', ['fixed'], ['2020-12-31']],
        measures: ['实施控源截污;', '开展清淤疏浚。'],
        progress: '已完成清淤3.2公里。',
      }),
      task('散乱污企业', {
        number: '3',
        problem: '关于散乱污企业反弹的问题。',
        responsible: ['各乡镇人民政府'],
        deadline: ['立即整改并长期坚持', ['immediate', 'longTerm']],
        measures: ['建立网格化巡查;', '发现一起取缔一起。'],
        progress: '累计取缔12家。',
      }),
    ],
  },
  {
    name: 'labels in heavy brackets',
    text: `环保督察整改任务公示

【问题1】望江县华阳河农场违规围网养殖。
【整改目标】拆除全部围网。
【责任单位】县农业农村局
【整改时限】2019年9月底前
【整改措施】制定拆除方案,分片落实责任人,逐户签订协议。
【完成情况】围网已全部拆除。

【问题2】雷池乡垃圾填埋场渗滤液渗漏。
【整改目标】渗滤液有效收集处理。
【责任单位】县城市管理局
【整改时限】2019年12月底前
【整改措施】修建截洪沟,新增渗滤液处理设备。
【完成情况】设备已投入运行。
`,
    tasks: [
      task('华阳河农场', {
        number: '1',
        problem: '望江县华阳河农场违规围网养殖。',
        goals: ['拆除全部围网。'],
        responsible: ['县农业农村局'],
        deadline: ['2019年9月底前', ['fixed'], ['2019-09-30']],
        measures: ['制定拆除方案,分片落实责任人,逐户签订协议。'],
        progress: '围网已全部拆除。',
      }),
      task('雷池乡', {
        number: '2',
        problem: '雷池乡垃圾填埋场渗滤液渗漏。',
        goals: ['渗滤液有效收集处理。'],
        responsible: ['县城市管理局'],
        deadline: ['2019年12月底前', ['fixed'], ['2019-12-31']],
        measures: ['修建截洪沟,新增渗滤液处理设备。'],
        progress: '设备已投入运行。',
      }),
    ],
  },
  {
    name: 'problems counted in words',
    text: `青山县生态环境保护督察整改方案(节选)

反馈问题一:县城区污水管网覆盖率低,部分小区污水直排青河。
整改目标:县城污水收集率达到95%以上。
整改措施:
1.编制管网改造专项规划。
2.新建污水管网18公里。
责任单位:县住房和城乡建设局
责任人:局长 陈某
整改时限:2022年底前完成新建管网,2023年底前完成老旧管网改造

反馈问题二:全县畜禽养殖场粪污处理设施配套率不足60%。
整改目标:规模养殖场粪污处理设施配套率达到100%。
整改措施:
1.对全县养殖场逐一建档。
2.限期配套粪污处理设施。
责任单位:县农业农村局,各乡镇人民政府
责任人:局长 周某
整改时限:2022年9月底前
`,
    tasks: [
      task('青河', {
        number: '一',
        problem: '县城区污水管网覆盖率低,部分小区污水直排青河。',
        goals: ['县城污水收集率达到95%以上。'],
        measures: ['编制管网改造专项规划。', '新建污水管网18公里。'],
        responsible: ['县住房和城乡建设局'],
        deadline: [
          '2022年底前完成新建管网,2023年底前完成老旧管网改造',
          ['staged'],
          ['2022-12-31', '2023-12-31'],
        ],
      }),
      task('配套率不足', {
        number: '二',
        problem: '全县畜禽养殖场粪污处理设施配套率不足60%。',
        goals: ['规模养殖场粪污处理设施配套率达到100%。'],
        measures: ['对全县养殖场逐一建档。', '限期配套粪污处理设施。'],
        responsible: ['县农业农村局', '各乡镇人民政府'],
        deadline: ['2022年9月底前', ['fixed'], ['2022-09-30']],
      }),
    ],
  },
  {
    name: 'a form for one task, two cells a line',
    text: `整改任务完成情况公示表
| 整改任务 | 白水镇烟花爆竹废弃厂房存在遗留废药污染隐患。 |
| 任务编号 | 第四十一项 |
| 整改目标 | 消除污染隐患。 |
| 责任单位 | 白水镇党委、政府 |
| 验收单位 | 市生态环境局 |
| 整改时限 | 2021年3月底 |
| 整改措施 | 1.清理遗留废药。 2.拆除废弃厂房。 |
| 完成情况 | 遗留废药已由专业公司清运,厂房已拆除。 |
`,
    tasks: [
      task('白水镇烟花', {
        number: '四十一',
        problem: '白水镇烟花爆竹废弃厂房存在遗留废药污染隐患。',
        goals: ['消除污染隐患。'],
        responsible: ['白水镇党委、政府'],
        accepting: ['市生态环境局'],
        deadline: ['2021年3月底', ['fixed'], ['2021-03-31']],
        measures: ['清理遗留废药。', '拆除废弃厂房。'],
        progress: '遗留废药已由专业公司清运,厂房已拆除。',
      }),
    ],
  },
  {
    name: 'letters of the public by their case numbers',
    text: `第十二批群众信访举报转办和边督边改公开情况一览表
序号	受理编号	交办问题基本情况	行政区域	污染类型	调查核实情况	是否属实	处理和整改情况	责任人被处理情况
1	X2HB202108250012	东湖路夜市油烟扰民。	新洲区	大气	经查,夜市有摊位23个,部分未装油烟净化器。	属实	责令23户安装油烟净化器。	无
2	D2HB202108250037	阳逻街某搅拌站粉尘大。	新洲区	大气,噪音	经查,该站已于8月停产。	部分属实	督促企业清扫路面,加装喷淋。	无
`,
    tasks: [
      task('东湖路夜市', {
        number: '1',
        upper: 'X2HB202108250012',
        problem: '东湖路夜市油烟扰民。',
        progress: '责令23户安装油烟净化器。',
      }),
      task('阳逻街', {
        number: '2',
        upper: 'D2HB202108250037',
        problem: '阳逻街某搅拌站粉尘大。',
        progress: '督促企业清扫路面,加装喷淋。',
      }),
    ],
  },
  {
    name: 'units and deadline behind each measure',
    text: `三、整改任务
(一)矿山生态修复滞后。全县尚有21处历史遗留矿山未修复。
整改目标:完成21处矿山生态修复。
整改措施:
1.编制“一矿一策”修复方案。责任单位:县自然资源局;完成时限:2021年3月底前。
2.分批实施修复工程。责任单位:县自然资源局、相关乡镇政府;完成时限:2021年12月底前。
3.开展修复成效评估。责任单位:县自然资源局、县林业局;完成时限:2022年3月底前。
(二)自然保护区内有违规建设项目。核心区内仍有2处农家乐。
整改目标:违规项目全部退出。
整改措施:
1.依法拆除2处农家乐。责任单位:县林业局;完成时限:2021年6月底前。
2.实施植被恢复。责任单位:县林业局、云台乡人民政府;完成时限:2021年10月底前。
`,
    tasks: [
      task('矿山生态修复滞后', {
        number: '一',
        problem: '矿山生态修复滞后。全县尚有21处历史遗留矿山未修复。',
        goals: ['完成21处矿山生态修复。'],
        measures: [
          [
            '编制“一矿一策”修复方案。',
            {
              responsible: ['县自然资源局'],
              deadline: ['2021年3月底前', ['fixed'], ['2021-03-31']],
            },
          ],
          [
            '分批实施修复工程。',
            {
              responsible: ['县自然资源局', '相关乡镇政府'],
              deadline: ['2021年12月底前', ['fixed'], ['2021-12-31']],
            },
          ],
          [
            '开展修复成效评估。',
            {
              responsible: ['县自然资源局', '县林业局'],
              deadline: ['2022年3月底前', ['fixed'], ['2022-03-31']],
            },
          ],
        ],
      }),
      task('农家乐', {
        number: '二',
        problem: '自然保护区内有违规建设项目。核心区内仍有2处农家乐。',
        goals: ['违规项目全部退出。'],
        measures: [
          [
            '依法拆除2处农家乐。',
            {
              responsible: ['县林业局'],
              deadline: ['2021年6月底前', ['fixed'], ['2021-06-30']],
            },
          ],
          [
            '实施植被恢复。',
            {
              responsible: ['县林业局', '云台乡人民政府'],
              deadline: ['2021年10月底前', ['fixed'], ['2021-10-31']],
            },
          ],
        ],
      }),
    ],
  },
  {
    name: 'leaders and departments',
    text: `泽州市突出生态环境问题整改责任清单

1、丹河流域生态流量不足
问题表现:丹河枯水期断流,两岸取水口未安装计量设施。
牵头领导:市委常委、副市长 刘某
责任部门:市水务局
协办部门:市发改委、市自然资源局
完成时间:2024年10月底
整改举措:(1)核定生态流量;(2)取水口全部安装计量设施。

2、煤场扬尘污染反弹
问题表现:北石店镇3家煤场抑尘网破损。
牵头领导:副市长 高某
责任部门:市能源局
协办部门:北石店镇人民政府
完成时间:2024年6月底
整改举措:(1)更换抑尘网;(2)建立日巡查制度。
`,
    tasks: [
      task('丹河', {
        number: '1',
        problem: '丹河枯水期断流,两岸取水口未安装计量设施。',
        responsible: ['市水务局'],
        supporting: ['市发改委', '市自然资源局'],
        deadline: ['2024年10月底', ['fixed'], ['2024-10-31']],
        measures: ['核定生态流量;', '取水口全部安装计量设施。'],
      }),
      task('北石店镇', {
        number: '2',
        problem: '北石店镇3家煤场抑尘网破损。',
        responsible: ['市能源局'],
        supporting: ['北石店镇人民政府'],
        deadline: ['2024年6月底', ['fixed'], ['2024-06-30']],
        measures: ['更换抑尘网;', '建立日巡查制度。'],
      }),
    ],
  },
  {
    name: 'who and when in a bracket behind each measure',
    text: `龙泉县环保督察反馈问题整改方案
一、饮用水水源地环境隐患突出
整改目标:水源地隐患全部消除。
整改措施:
1.拆除一级保护区内餐饮船3艘。(县交通运输局牵头,城关镇人民政府配合,2020年8月底前完成)
2.完善保护区标识标牌。(市生态环境局龙泉分局牵头,2020年10月底前完成)
二、危险废物管理不规范
整改目标:危险废物规范化管理。
整改措施:
1.开展危险废物专项整治。(市生态环境局龙泉分局牵头,县卫健局、县交通运输局配合,2020年12月底前完成)
2.建立危险废物管理台账。(各乡镇人民政府负责,长期坚持)
`,
    tasks: [
      task('饮用水水源地', {
        number: '一',
        problem: '饮用水水源地环境隐患突出',
        goals: ['水源地隐患全部消除。'],
        measures: [
          [
            '拆除一级保护区内餐饮船3艘。',
            {
              lead: ['县交通运输局'],
              supporting: ['城关镇人民政府'],
              deadline: ['2020年8月底前完成', ['fixed'], ['2020-08-31']],
            },
          ],
          [
            '完善保护区标识标牌。',
            {
              lead: ['市生态环境局龙泉分局'],
              deadline: ['2020年10月底前完成', ['fixed'], ['2020-10-31']],
            },
          ],
        ],
      }),
      task('危险废物管理不规范', {
        number: '二',
        problem: '危险废物管理不规范',
        goals: ['危险废物规范化管理。'],
        measures: [
          [
            '开展危险废物专项整治。',
            {
              lead: ['市生态环境局龙泉分局'],
              supporting: ['县卫健局', '县交通运输局'],
              deadline: ['2020年12月底前完成', ['fixed'], ['2020-12-31']],
            },
          ],
          [
            '建立危险废物管理台账。',
            { responsible: ['各乡镇人民政府'], deadline: ['长期坚持', ['longTerm']] },
          ],
        ],
      }),
    ],
  },
  {
    name: 'unit and deadline in a bracket behind the problem',
    text: `交办问题清单
1.红旗渠两岸堆放秸秆、垃圾,污染水体(责任单位:红旗镇政府;整改时限:2021年4月30日前)
2.胜利路汽修店露天喷漆,异味扰民(责任单位:县交通运输局;整改时限:立行立改)
3.工业园区3家企业危废暂存间不规范(责任单位:县工业园区管委会;整改时限:2021年5月15日前)
`,
    tasks: [
      task('红旗渠', {
        number: '1',
        problem: '红旗渠两岸堆放秸秆、垃圾,污染水体',
        responsible: ['红旗镇政府'],
        deadline: ['2021年4月30日前', ['fixed'], ['2021-04-30']],
      }),
      task('胜利路', {
        number: '2',
        problem: '胜利路汽修店露天喷漆,异味扰民',
        responsible: ['县交通运输局'],
        deadline: ['立行立改', ['immediate']],
      }),
      task('危废暂存间', {
        number: '3',
        problem: '工业园区3家企业危废暂存间不规范',
        responsible: ['县工业园区管委会'],
        deadline: ['2021年5月15日前', ['fixed'], ['2021-05-15']],
      }),
    ],
  },
  {
    name: 'two numbers in one cell',
    text: `县贯彻落实省督察反馈意见整改任务清单
| 序号 | 反馈问题 | 整改目标 | 整改措施 | 责任单位 | 完成时限 |
| 1（省序号15） | 农村生活垃圾收运体系不健全。 | 收运体系覆盖所有行政村。 | 配齐收运车辆。 | 县住建局 | 2021年9月底 |
| 2（省序号22） | 自来水厂应急水源建设滞后。 | 建成应急水源。 | 启动应急水源建设。 | 县水利局 | 2022年底 |
| 3（省序号30） | 机动车检测站弄虚作假。 | 检测行为规范。 | 开展专项检查。 | 县公安局、县市场监管局 | 2021年6月底，长期坚持 |
`,
    tasks: [
      task('农村生活垃圾', {
        number: '1',
        upper: '15',
        problem: '农村生活垃圾收运体系不健全。',
        goals: ['收运体系覆盖所有行政村。'],
        measures: ['配齐收运车辆。'],
        responsible: ['县住建局'],
        deadline: ['2021年9月底', ['fixed'], ['2021-09-30']],
      }),
      task('自来水厂', {
        number: '2',
        upper: '22',
        problem: '自来水厂应急水源建设滞后。',
        goals: ['建成应急水源。'],
        measures: ['启动应急水源建设。'],
        responsible: ['县水利局'],
        deadline: ['2022年底', ['fixed'], ['2022-12-31']],
      }),
      task('机动车检测站', {
        number: '3',
        upper: '30',
        problem: '机动车检测站弄虚作假。',
        goals: ['检测行为规范。'],
        measures: ['开展专项检查。'],
        responsible: ['县公安局', '县市场监管局'],
        deadline: ['2021年6月底，长期坚持', ['fixed', 'longTerm'], ['2021-06-30']],
      }),
    ],
  },
  {
    name: 'items of work, content and standard',
    text: `整改事项1:南湖公园水体富营养化
整改内容:实施生态补水,种植水生植物。
整改标准:水质稳定达到Ⅳ类。
责任单位:市园林局
完成时限:2023年8月31日

整改事项2:餐厨垃圾混运混倒
整改内容:建立餐厨垃圾单独收运体系。
整改标准:餐厨垃圾单独收运率达到90%。
责任单位:市城管局
完成时限:2023年10月31日
`,
    tasks: [
      task('南湖公园', {
        number: '1',
        problem: '南湖公园水体富营养化',
        measures: ['实施生态补水,种植水生植物。'],
        goals: ['水质稳定达到Ⅳ类。'],
        responsible: ['市园林局'],
        deadline: ['2023年8月31日', ['fixed'], ['2023-08-31']],
      }),
      task('餐厨垃圾混运', {
        number: '2',
        problem: '餐厨垃圾混运混倒',
        measures: ['建立餐厨垃圾单独收运体系。'],
        goals: ['餐厨垃圾单独收运率达到90%。'],
        responsible: ['市城管局'],
        deadline: ['2023年10月31日', ['fixed'], ['2023-10-31']],
      }),
    ],
  },
  {
    name: 'several close-outs in one notice',
    text: `关于省生态环境保护督察反馈问题整改完成情况的公示

现将我市已完成的2项整改任务公示如下:

(一)反馈问题第8项
1.问题描述:西坝工业园污水处理厂超负荷运行。
2.整改目标:污水处理能力满足园区需求。
3.整改时限:2021年12月底前。
4.责任单位:西坝工业园管委会。
5.整改措施:实施扩建工程,新增日处理能力1万吨。
6.整改成效:扩建工程已于2021年11月投运。

(二)反馈问题第13项
1.问题描述:部分码头岸电设施使用率低。
2.整改目标:岸电设施应用尽用。
3.整改时限:2021年12月底前。
4.责任单位:市交通运输局。
5.整改措施:出台岸电补贴政策,加强宣传。
6.整改成效:岸电使用率提高到92%。

公示时间:2022年1月4日—2022年1月17日(10个工作日)
受理电话:0000-0000000
`,
    tasks: [
      task('西坝工业园污水处理厂', {
        number: '8',
        problem: '西坝工业园污水处理厂超负荷运行。',
        goals: ['污水处理能力满足园区需求。'],
        deadline: ['2021年12月底前', ['fixed'], ['2021-12-31']],
        responsible: ['西坝工业园管委会'],
        measures: ['实施扩建工程,新增日处理能力1万吨。'],
        progress: '扩建工程已于2021年11月投运。',
      }),
      task('岸电设施使用率低', {
        number: '13',
        problem: '部分码头岸电设施使用率低。',
        goals: ['岸电设施应用尽用。'],
        deadline: ['2021年12月底前', ['fixed'], ['2021-12-31']],
        responsible: ['市交通运输局'],
        measures: ['出台岸电补贴政策,加强宣传。'],
        progress: '岸电使用率提高到92%。',
      }),
    ],
  },
  {
    name: 'disclosed by the warning film',
    text: `2022年长江经济带生态环境警示片披露问题整改情况

披露问题:沙岭县磷石膏库渗漏,下游溪沟总磷超标。
整改主体:沙岭县人民政府
整改时限:2023年12月31日前
整改目标:溪沟总磷达标。
整改措施:1.开展磷石膏库防渗治理。2.建设渗滤液收集处理站。3.加密监测频次。
整改进展:截至2023年3月底,防渗治理完成60%。
`,
    tasks: [
      task('磷石膏库渗漏', {
        problem: '沙岭县磷石膏库渗漏,下游溪沟总磷超标。',
        responsible: ['沙岭县人民政府'],
        deadline: ['2023年12月31日前', ['fixed'], ['2023-12-31']],
        goals: ['溪沟总磷达标。'],
        measures: ['开展磷石膏库防渗治理。', '建设渗滤液收集处理站。', '加密监测频次。'],
        progress: '截至2023年3月底,防渗治理完成60%。',
      }),
    ],
  },
  {
    name: 'a town ledger with villages and firms',
    text: `大塘镇环境问题整改台账
序号 | 问题 | 整改措施 | 责任主体 | 整改时限
1 | 塘口村村口垃圾堆放 | 清运垃圾，设置垃圾桶 | 塘口村村委会 | 2023年4月15日
2 | 恒发养殖场粪污外溢 | 加固粪污池 | 恒发养殖场 | 2023年4月30日
3 | 大塘河漂浮物多 | 打捞漂浮物 | 镇河长办、大塘社区 | 立行立改
`,
    tasks: [
      task('塘口村村口', {
        number: '1',
        problem: '塘口村村口垃圾堆放',
        measures: ['清运垃圾，设置垃圾桶'],
        responsible: ['塘口村村委会'],
        deadline: ['2023年4月15日', ['fixed'], ['2023-04-15']],
      }),
      task('恒发养殖场粪污', {
        number: '2',
        problem: '恒发养殖场粪污外溢',
        measures: ['加固粪污池'],
        responsible: ['恒发养殖场'],
        deadline: ['2023年4月30日', ['fixed'], ['2023-04-30']],
      }),
      task('大塘河漂浮物', {
        number: '3',
        problem: '大塘河漂浮物多',
        measures: ['打捞漂浮物'],
        responsible: ['镇河长办', '大塘社区'],
        deadline: ['立行立改', ['immediate']],
      }),
    ],
  },
  {
    name: 'numbers on lines of their own',
    text: `整改任务清单

任务1
问题:湿地公园核心区存在旅游设施。
目标:旅游设施退出核心区。
措施:1.拆除观光步道。2.恢复湿地植被。
时限:2022年6月底前
责任单位:县文旅局、县林业局

任务2
问题:城区餐饮油烟投诉多。
目标:投诉量下降50%。
措施:1.安装油烟净化设施。2.定期清洗。
时限:2022年9月底前
责任单位:县城管局
`,
    tasks: [
      task('湿地公园核心区', {
        number: '1',
        problem: '湿地公园核心区存在旅游设施。',
        goals: ['旅游设施退出核心区。'],
        measures: ['拆除观光步道。', '恢复湿地植被。'],
        deadline: ['2022年6月底前', ['fixed'], ['2022-06-30']],
        responsible: ['县文旅局', '县林业局'],
      }),
      task('餐饮油烟', {
        number: '2',
        problem: '城区餐饮油烟投诉多。',
        goals: ['投诉量下降50%。'],
        measures: ['安装油烟净化设施。', '定期清洗。'],
        deadline: ['2022年9月底前', ['fixed'], ['2022-09-30']],
        responsible: ['县城管局'],
      }),
    ],
  },
  {
    name: 'same as above',
    text: `| 序号 | 存在问题 | 整改措施 | 牵头单位 | 责任单位 | 整改时限 |
| 1 | 河道采砂管理松散。 | 开展专项整治。 | 市水利局 | 各县（区）人民政府 | 2021年6月底前 |
| 2 | 沿河乱搭乱建。 | 清理“四乱”问题。 | 同上 | 同上 | 2021年9月底前 |
| 3 | 尾矿库环境风险。 | 逐库制定应急预案。 | 市应急管理局 | 同上 | 同上 |
`,
    tasks: [
      task('河道采砂', {
        number: '1',
        problem: '河道采砂管理松散。',
        measures: ['开展专项整治。'],
        lead: ['市水利局'],
        responsible: ['各县（区）人民政府'],
        deadline: ['2021年6月底前', ['fixed'], ['2021-06-30']],
      }),
      task('沿河乱搭', {
        number: '2',
        problem: '沿河乱搭乱建。',
        measures: ['清理“四乱”问题。'],
        lead: ['市水利局'],
        responsible: ['各县（区）人民政府'],
        deadline: ['2021年9月底前', ['fixed'], ['2021-09-30']],
        shown: ['units'],
      }),
      task('尾矿库', {
        number: '3',
        problem: '尾矿库环境风险。',
        measures: ['逐库制定应急预案。'],
        lead: ['市应急管理局'],
        responsible: ['各县（区）人民政府'],
        deadline: ['2021年9月底前', ['fixed'], ['2021-09-30']],
        shown: ['units', 'deadline'],
      }),
    ],
  },
  {
    name: 'headings over two plans',
    text: `附件1
北屏市整改任务清单(共3项)
第一部分 中央督察反馈问题(2项)
(一)火电机组超低排放改造滞后。
整改措施:督促企业完成改造。
责任单位:市生态环境局、市发展改革委
整改时限:2018年12月底前
(二)城市建成区燃煤锅炉淘汰不彻底。
整改措施:淘汰燃煤锅炉46台。
责任单位:市生态环境局、各区人民政府
整改时限:2018年10月底前
第二部分 省级督察反馈问题(1项)
(三)农村环境综合整治资金拨付缓慢。
整改措施:加快资金拨付。
责任单位:市财政局
整改时限:2018年8月底前
`,
    tasks: [
      task('火电机组', {
        number: '一',
        problem: '火电机组超低排放改造滞后。',
        measures: ['督促企业完成改造。'],
        responsible: ['市生态环境局', '市发展改革委'],
        deadline: ['2018年12月底前', ['fixed'], ['2018-12-31']],
      }),
      task('燃煤锅炉淘汰', {
        number: '二',
        problem: '城市建成区燃煤锅炉淘汰不彻底。',
        measures: ['淘汰燃煤锅炉46台。'],
        responsible: ['市生态环境局', '各区人民政府'],
        deadline: ['2018年10月底前', ['fixed'], ['2018-10-31']],
      }),
      task('资金拨付缓慢', {
        number: '三',
        problem: '农村环境综合整治资金拨付缓慢。',
        measures: ['加快资金拨付。'],
        responsible: ['市财政局'],
        deadline: ['2018年8月底前', ['fixed'], ['2018-08-31']],
      }),
    ],
  },
  {
    name: 'periods and rules for deadlines',
    text: `序号	整改问题	整改目标	责任单位	整改期限
1	松山水库网箱养殖清理不彻底	全面清理网箱	县水产中心	2020年1月至2020年6月
2	雨污分流改造滞后	完成年度改造任务	县住建局	每年12月底前完成当年任务
3	固废堆场整治滞后	完成整治	县经信局	省方案印发后6个月内
4	秸秆禁烧反弹	实现零火点	各乡镇（街道）	持续推进，长期坚持
`,
    tasks: [
      task('松山水库', {
        number: '1',
        problem: '松山水库网箱养殖清理不彻底',
        goals: ['全面清理网箱'],
        responsible: ['县水产中心'],
        deadline: ['2020年1月至2020年6月', ['range'], ['2020-01-01', '2020-06-30']],
      }),
      task('雨污分流', {
        number: '2',
        problem: '雨污分流改造滞后',
        goals: ['完成年度改造任务'],
        responsible: ['县住建局'],
        deadline: ['每年12月底前完成当年任务', ['recurring']],
      }),
      task('固废堆场', {
        number: '3',
        problem: '固废堆场整治滞后',
        goals: ['完成整治'],
        responsible: ['县经信局'],
        deadline: ['省方案印发后6个月内', ['relative']],
      }),
      task('秸秆禁烧', {
        number: '4',
        problem: '秸秆禁烧反弹',
        goals: ['实现零火点'],
        responsible: ['各乡镇（街道）'],
        deadline: ['持续推进，长期坚持', ['longTerm']],
      }),
    ],
  },
  {
    name: 'progress told first, as a report',
    text: `永宁县中央生态环境保护督察反馈问题整改进展情况
(截至2023年6月30日)

一、已完成整改的问题
(一)关于“黄河滩区违规建房”的问题
整改情况:37处违规房屋已全部拆除,完成复绿210亩。
责任单位:县自然资源局
整改时限:2022年12月底
(二)关于“医疗废物处置能力不足”的问题
整改情况:新建医疗废物处置线1条,日处置能力5吨。
责任单位:县卫生健康局
整改时限:2022年6月底

二、正在整改的问题
(三)关于“地下水超采治理不力”的问题
整改情况:已关停自备井45眼,剩余12眼正在办理手续。
责任单位:县水务局
整改时限:2023年12月底
`,
    tasks: [
      task('黄河滩区', {
        number: '一',
        problem: '关于“黄河滩区违规建房”的问题',
        progress: '37处违规房屋已全部拆除,完成复绿210亩。',
        responsible: ['县自然资源局'],
        deadline: ['2022年12月底', ['fixed'], ['2022-12-31']],
      }),
      task('医疗废物处置能力', {
        number: '二',
        problem: '关于“医疗废物处置能力不足”的问题',
        progress: '新建医疗废物处置线1条,日处置能力5吨。',
        responsible: ['县卫生健康局'],
        deadline: ['2022年6月底', ['fixed'], ['2022-06-30']],
      }),
      task('地下水超采', {
        number: '三',
        problem: '关于“地下水超采治理不力”的问题',
        progress: '已关停自备井45眼,剩余12眼正在办理手续。',
        responsible: ['县水务局'],
        deadline: ['2023年12月底', ['fixed'], ['2023-12-31']],
      }),
    ],
  },
  {
    name: 'a broken date and a lost year',
    text: `1.临江码头防污染设施缺失。
责任单位:市港航中心
整改时限:2021年6底前
整改措施:配备垃圾、污水接收设施。
2.临江大道绿化带裸土未覆盖。
责任单位:市园林中心
整改时限:9月底前
整改措施:覆盖防尘网,补植绿化。
3.物流园车辆冲洗设施缺失。
责任单位:物流园管委会
整改时限:2021年2月30日前
整改措施:建设冲洗平台。
`,
    tasks: [
      task('临江码头', {
        number: '1',
        problem: '临江码头防污染设施缺失。',
        responsible: ['市港航中心'],
        open: '2021年6底前',
        measures: ['配备垃圾、污水接收设施。'],
      }),
      task('临江大道', {
        number: '2',
        problem: '临江大道绿化带裸土未覆盖。',
        responsible: ['市园林中心'],
        open: '9月底前',
        measures: ['覆盖防尘网,补植绿化。'],
      }),
      task('物流园车辆', {
        number: '3',
        problem: '物流园车辆冲洗设施缺失。',
        responsible: ['物流园管委会'],
        open: '2021年2月30日前',
        measures: ['建设冲洗平台。'],
      }),
    ],
  },
  {
    name: 'columns for lead and support under one head',
    text: `| 序号 | 督察反馈意见 | 整改目标 | 整改措施 | 责任分工 |  | 完成时间 |
|  |  |  |  | 牵头单位 | 参与单位 |  |
| 1 | 海岸线侵占严重。 | 恢复自然岸线1.2公里。 | 拆除围堤。 | 市海洋局 | 市自然资源局、湾里区政府 | 2019年12月 |
| 2 | 水产养殖尾水直排。 | 尾水达标排放。 | 建设尾水处理池。 | 市农业农村局 | 各县区政府 | 2020年6月 |
`,
    tasks: [
      task('海岸线侵占', {
        number: '1',
        problem: '海岸线侵占严重。',
        goals: ['恢复自然岸线1.2公里。'],
        measures: ['拆除围堤。'],
        lead: ['市海洋局'],
        // 参与 answers too: only 配合 supports.
        responsible: ['市自然资源局', '湾里区政府'],
        deadline: ['2019年12月', ['fixed'], ['2019-12-31']],
      }),
      task('水产养殖尾水', {
        number: '2',
        problem: '水产养殖尾水直排。',
        goals: ['尾水达标排放。'],
        measures: ['建设尾水处理池。'],
        lead: ['市农业农村局'],
        responsible: ['各县区政府'],
        deadline: ['2020年6月', ['fixed'], ['2020-06-30']],
      }),
    ],
  },
  {
    name: 'English letters and codes for numbers',
    text: `任务编号:HB-2023-001
问题描述:化工园区雨水口排放异常。
整改目标:雨水口在线监控全覆盖。
整改措施:安装在线监控及自动切断阀。
主体责任单位:化工园区管委会
监管责任单位:市生态环境局
计划完成时间:2023/9/30
任务编号:HB-2023-002
问题描述:再生铜企业无组织排放明显。
整改目标:无组织排放有效管控。
整改措施:建设密闭车间。
主体责任单位:宏达铜业有限公司
监管责任单位:市生态环境局、市工信局
计划完成时间:2023/11/30
`,
    tasks: [
      task('雨水口排放异常', {
        number: 'HB-2023-001',
        problem: '化工园区雨水口排放异常。',
        goals: ['雨水口在线监控全覆盖。'],
        measures: ['安装在线监控及自动切断阀。'],
        responsible: ['化工园区管委会'],
        supervising: ['市生态环境局'],
        deadline: ['2023/9/30', ['fixed'], ['2023-09-30']],
      }),
      task('再生铜企业', {
        number: 'HB-2023-002',
        problem: '再生铜企业无组织排放明显。',
        goals: ['无组织排放有效管控。'],
        measures: ['建设密闭车间。'],
        responsible: ['宏达铜业有限公司'],
        supervising: ['市生态环境局', '市工信局'],
        deadline: ['2023/11/30', ['fixed'], ['2023-11-30']],
      }),
    ],
  },
  {
    name: 'a label and its value on two lines',
    text: `青湖区整改销号公示表

反馈问题
青湖北岸餐饮船排污。
问题编号
16
整改目标
餐饮船全部上岸。
整改时限
2018年9月底前
责任单位
区海事处、青湖街道办事处
整改完成情况
餐饮船已于2018年8月全部拖离。
公示期限
2018年10月8日至10月12日
`,
    tasks: [
      task('餐饮船排污', {
        number: '16',
        problem: '青湖北岸餐饮船排污。',
        goals: ['餐饮船全部上岸。'],
        deadline: ['2018年9月底前', ['fixed'], ['2018-09-30']],
        responsible: ['区海事处', '青湖街道办事处'],
        progress: '餐饮船已于2018年8月全部拖离。',
      }),
    ],
  },
  {
    name: 'measures by one is, two is',
    text: `问题一、部分河段水质不达标
整改目标:清水河出境断面稳定达到Ⅲ类。
整改措施:一是加快污水处理厂提标改造;二是开展入河排污口整治;三是强化农业面源污染治理。
责任单位:市生态环境局牵头,市住建局、市农业农村局按职责分工负责
整改时限:2022年12月底前取得明显成效,2025年12月底前稳定达标
问题二、固体废物非法倾倒时有发生
整改目标:遏制非法倾倒多发态势。
整改措施:一是开展专项打击行动;二是建立举报奖励制度。
责任单位:市公安局牵头,市生态环境局、各县(市、区)人民政府按职责分工负责
整改时限:长期坚持
`,
    tasks: [
      task('部分河段水质', {
        number: '一',
        problem: '部分河段水质不达标',
        goals: ['清水河出境断面稳定达到Ⅲ类。'],
        measures: ['加快污水处理厂提标改造;', '开展入河排污口整治;', '强化农业面源污染治理。'],
        lead: ['市生态环境局'],
        responsible: ['市住建局', '市农业农村局'],
        deadline: [
          '2022年12月底前取得明显成效,2025年12月底前稳定达标',
          ['staged'],
          ['2022-12-31', '2025-12-31'],
        ],
      }),
      task('非法倾倒时有', {
        number: '二',
        problem: '固体废物非法倾倒时有发生',
        goals: ['遏制非法倾倒多发态势。'],
        measures: ['开展专项打击行动;', '建立举报奖励制度。'],
        lead: ['市公安局'],
        responsible: ['市生态环境局', '各县(市、区)人民政府'],
        deadline: ['长期坚持', ['longTerm']],
      }),
    ],
  },
  {
    name: 'a notice with signature and page words',
    text: `索引号:000014349/2021-00123 分类:环境保护
发布机构:市生态环境局 发文日期:2021-12-06
关于中央生态环境保护督察反馈意见第二十三项整改任务完成情况的公示
来源:市生态环境局 浏览次数:321 字体:【大 中 小】

按照整改销号工作要求,现将中央生态环境保护督察反馈意见第二十三项整改任务完成情况公示如下。

一、整改任务
近岸海域入海河流总氮浓度上升。
二、责任单位
市生态环境局、市农业农村局
三、整改目标
入海河流总氮浓度负增长。
四、整改时限
2021年11月底前
五、整改措施及完成情况
编制总氮削减方案,完成12个断面溯源;总氮浓度同比下降6.3%。
公示期为2021年12月6日至12月17日,如有异议,请向市督察整改办反映。
联系人:孙某某 电话:0000-0000000
市督察整改工作领导小组办公室
2021年12月6日
【打印本页】【关闭窗口】
`,
    tasks: [
      task('总氮浓度上升', {
        number: '二十三',
        problem: '近岸海域入海河流总氮浓度上升。',
        responsible: ['市生态环境局', '市农业农村局'],
        goals: ['入海河流总氮浓度负增长。'],
        deadline: ['2021年11月底前', ['fixed'], ['2021-11-30']],
        progress: '编制总氮削减方案,完成12个断面溯源;总氮浓度同比下降6.3%。',
      }),
    ],
  },
  {
    name: 'parts of a task with units of their own',
    text: `一、违规侵占保护区问题突出
整改目标:2020年底前全面清退。
责任单位:市林业局牵头
整改时限:2020年底前
(1)关于甘泉保护区采石场问题
责任单位:甘泉县人民政府
整改时限:2019年10月底前
整改措施:关停采石场,实施复绿。
(2)关于云雾山保护区水电站问题
责任单位:云雾县人民政府
整改时限:2020年6月底前
整改措施:退出小水电3座。
二、危化品码头环境风险突出
整改目标:风险全面管控。
责任单位:市交通运输局
整改时限:2020年3月底前
整改措施:完善应急设施。
`,
    tasks: [
      task('违规侵占保护区', {
        number: '一',
        problem: '违规侵占保护区问题突出',
        goals: ['2020年底前全面清退。'],
        lead: ['市林业局'],
        deadline: ['2020年底前', ['fixed'], ['2020-12-31']],
      }),
      task('甘泉保护区', {
        number: '1',
        parent: '一',
        problem: '关于甘泉保护区采石场问题',
        responsible: ['甘泉县人民政府'],
        deadline: ['2019年10月底前', ['fixed'], ['2019-10-31']],
        measures: ['关停采石场,实施复绿。'],
      }),
      task('云雾山保护区', {
        number: '2',
        parent: '一',
        problem: '关于云雾山保护区水电站问题',
        responsible: ['云雾县人民政府'],
        deadline: ['2020年6月底前', ['fixed'], ['2020-06-30']],
        measures: ['退出小水电3座。'],
      }),
      task('危化品码头', {
        number: '二',
        problem: '危化品码头环境风险突出',
        goals: ['风险全面管控。'],
        responsible: ['市交通运输局'],
        deadline: ['2020年3月底前', ['fixed'], ['2020-03-31']],
        measures: ['完善应急设施。'],
      }),
    ],
  },
]
