import type { PrintedUnits, UnitsTruth } from './model'
import type { Random } from './random'

const offices =
  '市生态环境局 市水务局 市住房和城乡建设局 市农业农村局 市自然资源局 市城市管理和综合执法局 市财政局 市发展改革委 市工业和信息化局 市公安局 市交通运输局 市卫生健康委 县畜牧兽医局 县应急管理局 区市场监管局 市委宣传部 市纪委监委 市委编办 高新区管委会 市水务集团有限公司'.split(
    ' ',
  )
/** Counties and towns whose names begin like a joining word, and other bodies that are no offices. */
const bodies =
  '和平县人民政府 会同县水利局 及川镇人民政府 由义镇政府 并州区人民政府 石桥村村民委员会 红星农场 绿源牧业有限公司 滨河街道办事处 东湖新区党工委、管委会 甲县党委、政府 某区委、区政府 龙潭镇党委和人民政府 各县(市、区)人民政府 各镇(街道) 市中医院 第三中学 青溪河管理处 省地质队 市供销社'.split(
    ' ',
  )

const none = (): UnitsTruth => ({
  lead: [],
  responsible: [],
  supporting: [],
  supervising: [],
  accepting: [],
})

/** Ways of printing who answers; each takes its names from the pool. */
const forms: ((names: string[]) => PrintedUnits)[] = [
  ([a = '']) => ({ print: a, truth: { ...none(), responsible: [a] } }),
  ([a = '', b = '']) => ({ print: `${a}、${b}`, truth: { ...none(), responsible: [a, b] } }),
  ([a = '', b = '', c = '']) => ({
    print: `${a}牵头,${b}、${c}`,
    truth: { ...none(), lead: [a], responsible: [b, c] },
  }),
  ([a = '', b = '', c = '']) => ({
    print: `${a}牵头,${b}、${c}配合`,
    truth: { ...none(), lead: [a], supporting: [b, c] },
  }),
  ([a = '', b = '']) => ({
    print: `牵头单位:${a};配合单位:${b}`,
    truth: { ...none(), lead: [a], supporting: [b] },
  }),
  ([a = '', b = '']) => ({
    print: `${a}(牵头)、${b}`,
    truth: { ...none(), lead: [a], responsible: [b] },
  }),
  ([a = '', b = '']) => ({
    print: `${a}、${b}按职责分工负责`,
    truth: { ...none(), responsible: [a, b] },
  }),
  ([a = '', b = '', c = '']) => ({
    print: `${a},${b}、${c}`,
    truth: { ...none(), responsible: [a, b, c] },
  }),
  ([a = '', b = '']) => ({
    print: `${a};${b}`,
    truth: { ...none(), responsible: [a, b] },
  }),
]

export function unitsOf(random: Random): PrintedUnits {
  const form = random.pick(forms)
  const names = random.some(offices, 3)
  if (random.chance(0.35)) names[random.int(0, 2)] = random.pick(bodies)
  return form(names)
}

export const plainUnit = (random: Random): PrintedUnits => {
  const name = random.pick(offices)
  return { print: name, truth: { ...none(), responsible: [name] } }
}

export const watching = (random: Random): PrintedUnits => {
  const name = random.pick(offices)
  return { print: name, truth: { ...none(), supervising: [name] } }
}

export const leadUnit = (random: Random): PrintedUnits => {
  const name = random.pick(offices)
  return { print: name, truth: { ...none(), lead: [name] } }
}
