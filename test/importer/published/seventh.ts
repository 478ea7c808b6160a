import { type PublishedList, task } from './right'

/** Layouts of a seventh reading: their right values stood here before the importer had seen them. */
export const seventh: PublishedList[] = [
  {
    name: 'a letter reply: problem, verification and handling of each complaint',
    text: `群众信访举报转办和边督边改公开情况一览表(第十二批)
受理编号:D3SC202109060015
交办问题基本情况:龙潭村砖厂烟尘污染严重。
行政区域:南溪区
污染类型:大气
调查核实情况:经现场核实,该砖厂脱硫设施运行不正常。
是否属实:属实
处理和整改情况:责令停产整改,更换脱硫塔喷淋层。
责任人被处理情况:无
受理编号:D3SC202109060022
交办问题基本情况:翠屏花园夜间施工噪声扰民。
行政区域:翠屏区
污染类型:噪声
调查核实情况:经核实,该工地未办理夜间施工许可。
是否属实:属实
处理和整改情况:依法立案,处罚款2万元。
责任人被处理情况:无
`,
    tasks: [
      task('砖厂烟尘', {
        upper: 'D3SC202109060015',
        problem: '龙潭村砖厂烟尘污染严重。',
        progress: '责令停产整改,更换脱硫塔喷淋层。',
      }),
      task('夜间施工噪声', {
        upper: 'D3SC202109060022',
        problem: '翠屏花园夜间施工噪声扰民。',
        progress: '依法立案,处罚款2万元。',
      }),
    ],
  },
  {
    name: 'sub-problems under a general one with letters (1) (2) and fields of each',
    text: `三、自然保护区违规开发问题
(1)青峰自然保护区核心区有茶园。
责任单位:青峰镇人民政府
整改时限:2020年9月底前
整改措施:退出茶园60亩。
(2)青峰自然保护区缓冲区有民宿。
责任单位:县文化和旅游局
整改时限:2020年6月底前
整改措施:拆除民宿2处。
四、固体废物问题
(1)废旧轮胎炼油小作坊死灰复燃。
责任单位:县公安局、县生态环境局
整改时限:立行立改,长期坚持
整改措施:捣毁作坊3家。
`,
    tasks: [
      task('有茶园', {
        number: '1',
        parent: '三',
        problem: '青峰自然保护区核心区有茶园。',
        responsible: ['青峰镇人民政府'],
        deadline: ['2020年9月底前', ['fixed'], ['2020-09-30']],
        measures: ['退出茶园60亩。'],
      }),
      task('有民宿', {
        number: '2',
        parent: '三',
        problem: '青峰自然保护区缓冲区有民宿。',
        responsible: ['县文化和旅游局'],
        deadline: ['2020年6月底前', ['fixed'], ['2020-06-30']],
        measures: ['拆除民宿2处。'],
      }),
      task('炼油小作坊', {
        number: '1',
        parent: '四',
        deadline: ['立行立改,长期坚持', ['immediate', 'longTerm']],
        problem: '废旧轮胎炼油小作坊死灰复燃。',
        responsible: ['县公安局', '县生态环境局'],
        measures: ['捣毁作坊3家。'],
      }),
    ],
  },
  {
    name: 'a tab separated sheet with blank columns between',
    text: `序号\t\t问题清单\t整改目标\t整改措施\t整改时限\t牵头部门\t责任部门\t备注
1\t\t东湖排污口未规范化。\t全部规范化。\t树立标识牌12块。\t2021年12月\t市生态环境局\t东湖新区管委会\t
2\t\t医疗废物暂存间不规范。\t全市规范。\t改造暂存间31间。\t2021年10月\t市卫生健康委\t各区卫生健康局\t
`,
    tasks: [
      task('排污口未规范化', {
        number: '1',
        problem: '东湖排污口未规范化。',
        goals: ['全部规范化。'],
        measures: ['树立标识牌12块。'],
        deadline: ['2021年12月', ['fixed'], ['2021-12-31']],
        lead: ['市生态环境局'],
        responsible: ['东湖新区管委会'],
      }),
      task('医疗废物暂存间', {
        number: '2',
        problem: '医疗废物暂存间不规范。',
        goals: ['全市规范。'],
        measures: ['改造暂存间31间。'],
        deadline: ['2021年10月', ['fixed'], ['2021-10-31']],
        lead: ['市卫生健康委'],
        responsible: ['各区卫生健康局'],
      }),
    ],
  },
  {
    name: 'circled numbers as heads',
    text: `整改问题清单
①马家沟煤矸石自燃。
整改责任单位:煤山镇政府
整改完成时限:2022年11月底前
整改目标要求:消除明火。
整改工作措施:覆土压实5万立方米。
②酒厂废水超标。
整改责任单位:县经济和信息化局
整改完成时限:2022年8月底前
整改目标要求:达标排放。
整改工作措施:新建厌氧池1座。
③旅游公厕粪水溢流。
整改责任单位:县文旅集团
整改完成时限:2022年7月底前
整改目标要求:粪水全收集。
整改工作措施:接入市政管网。
`,
    tasks: [
      task('煤矸石自燃', {
        number: '①',
        problem: '马家沟煤矸石自燃。',
        responsible: ['煤山镇政府'],
        deadline: ['2022年11月底前', ['fixed'], ['2022-11-30']],
        goals: ['消除明火。'],
        measures: ['覆土压实5万立方米。'],
      }),
      task('酒厂废水', {
        number: '②',
        problem: '酒厂废水超标。',
        responsible: ['县经济和信息化局'],
        deadline: ['2022年8月底前', ['fixed'], ['2022-08-31']],
        goals: ['达标排放。'],
        measures: ['新建厌氧池1座。'],
      }),
      task('旅游公厕', {
        number: '③',
        problem: '旅游公厕粪水溢流。',
        responsible: ['县文旅集团'],
        deadline: ['2022年7月底前', ['fixed'], ['2022-07-31']],
        goals: ['粪水全收集。'],
        measures: ['接入市政管网。'],
      }),
    ],
  },
  {
    name: 'a close-out notice of several tasks with 已完成 and the checks of each',
    text: `关于省级生态环境保护督察反馈问题整改任务验收销号情况的公示
现将3项整改任务验收销号情况公示如下。
一、任务编号:15
整改任务:双河水库库区有违法建筑。
整改时限:2022年6月底
整改责任单位:双河镇人民政府
整改完成情况:已拆除违法建筑9处1300平方米。
验收意见:同意销号。
二、任务编号:16
整改任务:城区餐饮油烟扰民。
整改时限:2022年12月底
整改责任单位:市城管局
整改完成情况:已安装油烟净化器412套。
验收意见:同意销号。
三、任务编号:21
整改任务:秸秆露天焚烧。
整改时限:长期坚持
整改责任单位:各镇人民政府、街道办事处
整改完成情况:已建立三级网格。
验收意见:同意销号,长期坚持。
公示时间:2022年12月20日至2022年12月26日(5个工作日)。
`,
    tasks: [
      task('违法建筑', {
        number: '15',
        problem: '双河水库库区有违法建筑。',
        deadline: ['2022年6月底', ['fixed'], ['2022-06-30']],
        responsible: ['双河镇人民政府'],
        progress: '已拆除违法建筑9处1300平方米。',
      }),
      task('餐饮油烟', {
        number: '16',
        problem: '城区餐饮油烟扰民。',
        deadline: ['2022年12月底', ['fixed'], ['2022-12-31']],
        responsible: ['市城管局'],
        progress: '已安装油烟净化器412套。',
      }),
      task('秸秆露天焚烧', {
        number: '21',
        problem: '秸秆露天焚烧。',
        responsible: ['各镇人民政府', '街道办事处'],
        deadline: ['长期坚持', ['longTerm']],
        progress: '已建立三级网格。',
      }),
    ],
  },
  {
    name: 'labels in square corner brackets on one line after another sentence',
    text: `一、宋庄工业集聚区污水管网空白。〔整改目标〕管网全覆盖。〔整改措施〕1.敷设管网9公里。2.企业接管26家。〔整改时限〕2023年10月底前。〔责任单位〕宋庄镇人民政府。
二、运河码头岸电使用率低。〔整改目标〕岸电使用率达60%。〔整改措施〕1.改造岸电桩14个。2.落实电价优惠。〔整改时限〕2023年6月底前。〔责任单位〕市港航管理局。
`,
    tasks: [
      task('污水管网空白', {
        number: '一',
        problem: '宋庄工业集聚区污水管网空白。',
        goals: ['管网全覆盖。'],
        measures: ['敷设管网9公里。', '企业接管26家。'],
        deadline: ['2023年10月底前', ['fixed'], ['2023-10-31']],
        responsible: ['宋庄镇人民政府'],
      }),
      task('岸电使用率', {
        number: '二',
        problem: '运河码头岸电使用率低。',
        goals: ['岸电使用率达60%。'],
        measures: ['改造岸电桩14个。', '落实电价优惠。'],
        deadline: ['2023年6月底前', ['fixed'], ['2023-06-30']],
        responsible: ['市港航管理局'],
      }),
    ],
  },
]
