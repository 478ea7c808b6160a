import { type PublishedList, task } from './right'

/** Ledgers, letters and forms: a table with columns of its own. */
export const ledgers: PublishedList[] = [
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
]
