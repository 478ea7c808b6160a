import { type PublishedList, task } from './right'

/** Layouts of a fifth reading: their right values stood here before the importer had seen them. */
export const fifth: PublishedList[] = [
  {
    name: 'a plan with its tasks under 重点任务, unit and date in one bracket behind each',
    text: `东平县生态环境突出问题整改方案
为扎实推进整改,制定本方案。
一、总体要求
坚持问题导向,确保按期完成。
二、整改任务
(一)县城污水处理厂溢流。
整改目标:不再溢流。
整改措施:扩建二期工程。
责任单位:县住房和城乡建设局
完成时限:2022年12月底前
(二)乡镇垃圾中转站渗滤液外排。
整改目标:渗滤液全收集。
整改措施:改造收集池9座。
责任单位:各乡镇人民政府
完成时限:2022年6月底前
三、保障措施
(一)加强组织领导。成立工作专班。
(二)严格督导问责。对整改不力的通报批评。
`,
    tasks: [
      task('县城污水处理厂溢流', {
        number: '一',
        problem: '县城污水处理厂溢流。',
        goals: ['不再溢流。'],
        measures: ['扩建二期工程。'],
        responsible: ['县住房和城乡建设局'],
        deadline: ['2022年12月底前', ['fixed'], ['2022-12-31']],
      }),
      task('垃圾中转站渗滤液', {
        number: '二',
        problem: '乡镇垃圾中转站渗滤液外排。',
        goals: ['渗滤液全收集。'],
        measures: ['改造收集池9座。'],
        responsible: ['各乡镇人民政府'],
        deadline: ['2022年6月底前', ['fixed'], ['2022-06-30']],
      }),
    ],
  },
  {
    name: 'a close-out table of a single task with a serial number above',
    text: `整改任务验收销号公示表
任务序号:17
| 整改任务 | 望江镇码头防尘设施不完善。 |
| 整改时限 | 2021年12月底 |
| 责任单位 | 望江镇人民政府 |
| 整改目标 | 防尘设施全覆盖。 |
| 整改完成情况 | 已建成喷淋系统,硬化地面2000平方米。 |
| 验收单位 | 市交通运输局 |
| 公示时间 | 2022年1月10日至2022年1月14日 |
`,
    tasks: [
      task('码头防尘设施不完善', {
        number: '17',
        problem: '望江镇码头防尘设施不完善。',
        deadline: ['2021年12月底', ['fixed'], ['2021-12-31']],
        responsible: ['望江镇人民政府'],
        goals: ['防尘设施全覆盖。'],
        progress: '已建成喷淋系统,硬化地面2000平方米。',
        accepting: ['市交通运输局'],
      }),
    ],
  },
  {
    name: 'labels with blanks around the colon, heads 第X项:',
    text: `第一项:部分河段非法捕捞屡禁不止。
责任单位 : 市农业农村局、市公安局
整改时限 : 立行立改
整改目标 : 杜绝非法捕捞。
整改措施 : 开展联合巡查。
第二项:湿地公园违规建设。
责任单位 : 市林业局
整改时限 : 2020年11月底前
整改目标 : 拆除违建。
整改措施 : 依法拆除并复绿。
第三项:畜禽养殖场未办环评手续。
责任单位 : 市生态环境局
整改时限 : 2020年10月底前
整改目标 : 手续齐全。
整改措施 : 分类补办。
`,
    tasks: [
      task('非法捕捞', {
        number: '一',
        problem: '部分河段非法捕捞屡禁不止。',
        responsible: ['市农业农村局', '市公安局'],
        deadline: ['立行立改', ['immediate']],
        goals: ['杜绝非法捕捞。'],
        measures: ['开展联合巡查。'],
      }),
      task('湿地公园违规', {
        number: '二',
        problem: '湿地公园违规建设。',
        responsible: ['市林业局'],
        deadline: ['2020年11月底前', ['fixed'], ['2020-11-30']],
        goals: ['拆除违建。'],
        measures: ['依法拆除并复绿。'],
      }),
      task('未办环评手续', {
        number: '三',
        problem: '畜禽养殖场未办环评手续。',
        responsible: ['市生态环境局'],
        deadline: ['2020年10月底前', ['fixed'], ['2020-10-31']],
        goals: ['手续齐全。'],
        measures: ['分类补办。'],
      }),
    ],
  },
  {
    name: 'a table with 包案 columns and the number of the round',
    text: `| 编号 | 交办批次 | 问题点位 | 存在问题 | 整改方式 | 包案领导 | 责任单位 | 时限要求 | 进展 |
| 3-01 | 第三批 | 南大桥东 | 桥下排口污水直排 | 封堵溯源 | 赵某某 | 区水务局 | 2023.5.30 | 已完成封堵 |
| 3-02 | 第三批 | 光明路 | 渣土车抛洒 | 严查重处 | 钱某某 | 区城管局、区交警大队 | 长期 | 查处21起 |
`,
    tasks: [
      task('桥下排口', {
        number: '3-01',
        parent: '3',
        problem: '桥下排口污水直排',
        measures: ['封堵溯源'],
        responsible: ['区水务局'],
        deadline: ['2023.5.30', ['fixed'], ['2023-05-30']],
        progress: '已完成封堵',
      }),
      task('渣土车抛洒', {
        number: '3-02',
        parent: '3',
        problem: '渣土车抛洒',
        measures: ['严查重处'],
        responsible: ['区城管局', '区交警大队'],
        deadline: ['长期', ['longTerm']],
        progress: '查处21起',
      }),
    ],
  },
  {
    name: 'a public notice with 我局 and the numbers in words',
    text: `关于省生态环境保护督察反馈问题第六项整改情况的公示
一、反馈问题:龙泉山森林公园内存在3处违规农家乐。
二、整改时限:2022年10月底前。
三、责任单位:龙泉县林业局。
四、整改目标:拆除违规建筑,恢复植被。
五、整改落实情况:3处农家乐已于2022年8月全部拆除,补植苗木1200株。
六、下一步打算:加强巡护,防止反弹。
公示期间如有异议,请与我局联系。
龙泉县林业局
2022年11月7日
`,
    tasks: [
      task('违规农家乐', {
        number: '六',
        problem: '龙泉山森林公园内存在3处违规农家乐。',
        deadline: ['2022年10月底前', ['fixed'], ['2022-10-31']],
        responsible: ['龙泉县林业局'],
        goals: ['拆除违规建筑,恢复植被。'],
        progress: '3处农家乐已于2022年8月全部拆除,补植苗木1200株。',
      }),
    ],
  },
  {
    name: 'questions and answers: 问题 then 整改情况 in prose with 一是',
    text: `1.关于“部分乡镇集中式饮用水水源地未设立标识”的问题。
整改情况:一是设立界标48块;二是建设隔离网6.2公里。
责任单位:市生态环境局
2.关于“中心城区餐厨垃圾收运覆盖率低”的问题。
整改情况:一是新增收运车辆8台;二是签约商户1260家。
责任单位:市城市管理局
3.关于“淘汰老旧车辆进度滞后”的问题。
整改情况:截至目前,已淘汰3520辆,占任务数的98%。
责任单位:市公安局
`,
    tasks: [
      task('水源地未设立标识', {
        number: '1',
        problem: '关于“部分乡镇集中式饮用水水源地未设立标识”的问题。',
        progress: '一是设立界标48块;二是建设隔离网6.2公里。',
        responsible: ['市生态环境局'],
      }),
      task('餐厨垃圾收运', {
        number: '2',
        problem: '关于“中心城区餐厨垃圾收运覆盖率低”的问题。',
        progress: '一是新增收运车辆8台;二是签约商户1260家。',
        responsible: ['市城市管理局'],
      }),
      task('淘汰老旧车辆', {
        number: '3',
        problem: '关于“淘汰老旧车辆进度滞后”的问题。',
        progress: '截至目前,已淘汰3520辆,占任务数的98%。',
        responsible: ['市公安局'],
      }),
    ],
  },
  {
    name: 'heads as 清单第N号, goals and measures numbered, deadline in stages',
    text: `清单第21号 化工企业搬迁改造滞后
【整改目标】沿江1公里内化工企业全部关改搬转
【整改措施】1.制定一企一策 2.落实搬迁资金 3.开展场地调查
【责任单位】江滨区人民政府、市经济和信息化局
【整改时限】2020年底前完成6家;2021年底前全部完成
清单第22号 船舶垃圾上岸量少
【整改目标】港口接收设施全覆盖
【整改措施】1.新建接收点 2.落实免费接收
【责任单位】市交通运输局
【整改时限】2020年9月底前
`,
    tasks: [
      task('化工企业搬迁', {
        number: '21',
        problem: '化工企业搬迁改造滞后',
        goals: ['沿江1公里内化工企业全部关改搬转'],
        measures: ['制定一企一策', '落实搬迁资金', '开展场地调查'],
        responsible: ['江滨区人民政府', '市经济和信息化局'],
        deadline: [
          '2020年底前完成6家;2021年底前全部完成',
          ['staged'],
          ['2020-12-31', '2021-12-31'],
        ],
      }),
      task('船舶垃圾上岸', {
        number: '22',
        problem: '船舶垃圾上岸量少',
        goals: ['港口接收设施全覆盖'],
        measures: ['新建接收点', '落实免费接收'],
        responsible: ['市交通运输局'],
        deadline: ['2020年9月底前', ['fixed'], ['2020-09-30']],
      }),
    ],
  },
  {
    name: 'tabs from a sheet without a number column',
    text: `责任县区\t问题\t整改措施\t整改时限\t牵头单位
青山县\t三家小作坊废水直排\t取缔关闭\t2019年6月底前\t青山县人民政府
碧水区\t黑臭水体1处未消除\t截污清淤\t2019年9月底前\t碧水区人民政府
蓝天镇\t砂石堆场未覆盖\t全面覆盖\t立行立改\t蓝天镇人民政府
`,
    tasks: [
      task('三家小作坊', {
        problem: '三家小作坊废水直排',
        measures: ['取缔关闭'],
        deadline: ['2019年6月底前', ['fixed'], ['2019-06-30']],
        lead: ['青山县人民政府'],
        responsible: ['青山县'],
      }),
      task('黑臭水体1处', {
        problem: '黑臭水体1处未消除',
        measures: ['截污清淤'],
        deadline: ['2019年9月底前', ['fixed'], ['2019-09-30']],
        lead: ['碧水区人民政府'],
        responsible: ['碧水区'],
      }),
      task('砂石堆场未覆盖', {
        problem: '砂石堆场未覆盖',
        measures: ['全面覆盖'],
        deadline: ['立行立改', ['immediate']],
        lead: ['蓝天镇人民政府'],
        responsible: ['蓝天镇'],
      }),
    ],
  },
]
