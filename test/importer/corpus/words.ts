import type { Random } from './random'

const places =
  '青溪 白石 云岭 南湾 北坡 东塘 西畈 石桥 龙潭 柳林 双河 沙洲 平原 高坪 长岗 上坝 下渡 大圩 小坞 新墟'.split(
    ' ',
  )
const suffixes = '县 区 镇 乡 街道'.split(' ')
const things =
  '污水处理厂超标排放 养殖场粪污直排 填埋场渗滤液外渗 矿山生态修复滞后 河道采砂屡禁不止 园区管网雨污不分 企业扬尘扰民 危险废物贮存不规范 水源地保护区内有违建 黑臭水体返黑返臭'.split(
    ' ',
  )
const more =
  '群众反映强烈。 相关部门监管不到位。 至今没有整改到位。 仍有23家没有完成改造。 2019年以来多次被投诉。 责任单位不明确,整改时限一拖再拖。 所谓“整改措施”流于形式。 涉及2、3号排口。'.split(
    ' ',
  )

/** A problem that no other task of the list has: its number is written into its words. */
export function problemWords(random: Random, index: number, long = random.chance(0.4)): string {
  const place = `${random.pick(places)}${random.pick(suffixes)}`
  const village = `${random.pick(places)}${chinese(index + 101)}村`
  const first = `${place}${village}${random.pick(things)}。`
  return long ? `${first}${random.pick(more)}` : first
}

const digits = '零一二三四五六七八九'
/** 1 to 999 as they are counted: 十二, 一百零三. */
export function chinese(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10]
  const low =
    tens === 0
      ? ones === 0
        ? ''
        : digits[ones]
      : `${tens === 1 && hundreds === 0 ? '' : digits[tens]}十${ones === 0 ? '' : digits[ones]}`
  if (hundreds === 0) return low ?? ''
  return `${digits[hundreds]}百${tens === 0 && ones > 0 ? '零' : ''}${tens === 1 ? `一${(low ?? '').replace(/^一/, '')}` : low}`
}

const goals =
  '污水集中处理率达到95%以上。 粪污全部资源化利用。 渗滤液处理达标。 完成修复并通过验收。 消除黑臭。 杜绝非法采砂。 水质稳定达到Ⅲ类。 建立长效机制。 危险废物规范贮存。 违建全部拆除'.split(
    ' ',
  )
export const goalWords = (random: Random, count: number): string[] =>
  random.some(goals, count).map((goal) => goal.replace(/。?$/, '。'))

const measures =
  '开展全面排查,建立问题台账。 新建污水管网12.5公里,改造泵站3座。 对违法行为依法立案查处。 落实属地责任,每日巡查。 编制整治方案并报市政府审定。 关停不符合要求的企业。 实施雨污分流改造。 加大执法检查力度,发现一起、查处一起。 完善监测网络,安装在线监控设施。 安排专项资金1200万元。 举一反三,排查同类问题。 加强宣传教育,引导群众监督。 严格按照《管理办法》第三条落实。 推进“一河一策”,压实河长责任。'.split(
    ' ',
  )
export const measureWords = (random: Random, count: number): string[] =>
  random.some(measures, count)

const progress =
  '已完成整改,并通过验收。 已新建管网12公里,其余正在施工。 已立案3起,罚款12万元。 正在推进,完成投资的60%。 已制定方案并组织实施。 完成清淤2.3万立方米。 已责令停产,恢复生产须经验收。'.split(
    ' ',
  )
export const progressWords = (random: Random): string => random.pick(progress)
