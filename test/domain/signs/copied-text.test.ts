import { isCopied } from '@/domain/signs/copied-text'

/** What units write of measures that they did: each of another matter. */
const said = [
  '已清理水渠淤泥约三百米，封堵两处直排口，接户管本月底前完工。',
  '新建截污管一点二公里，接入污水处理厂，旧排口全部封堵。',
  '关闭禁养区内养殖场七家，拆除栏舍，复绿面积两千平方米。',
  '修复粪污处理设施并通电运行，沼液由罐车运往种植基地消纳。',
  '加装喷淋和隔声设施，石料堆场全部覆盖，车辆出场冲洗。',
  '更换破损垃圾桶六十个，每天清运两次，收集点安排专人看管。',
  '完成填埋场覆土和防渗，渗滤液抽运处理，监测井每季采样。',
  '保护区界碑和隔离网已装好，拆除违建两处，垂钓点取缔。',
  '危险废物暂存间重新防渗，台账补齐，转移联单逐批核对。',
  '排查入海排污口三十一个，登记造册，分三类制定整治办法。',
  '执法人员增加十二名，配备便携监测设备，组织两次集中培训。',
  '办结倾倒污泥案件，移送公安机关，现场污泥清运并补种。',
]

/** As a text is made to look new: numbers, days, order, punctuation, a few words. */
const edits: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/[，。]/g, ' '),
  (text) => text.replace(/[一二三两六七]/g, '五'),
  (text) => `截至12月10日，${text}`,
  (text) => `${text}下一步继续加强管护。`,
  (text) => text.replace(/已|新建|完成|全部/g, ''),
  (text) => text.split('，').reverse().join('，'),
  (text) => text.replace(/，[^，]*。$/, '。'),
  (text) => text.replaceAll('处', '个').replaceAll('次', '回'),
]

const copies = said.flatMap((text) => edits.map((edit) => [text, edit(text)] as const))
const others = said.flatMap((text, place) =>
  said.slice(place + 1).map((other) => [text, other] as const),
)

describe('a text that was copied', () => {
  it('is found in nine of ten, and nobody who wrote anew is asked', () => {
    const found = copies.filter(([one, other]) => isCopied(one, other)).length
    const wrong = others.filter(([one, other]) => isCopied(one, other)).length
    const recall = found / copies.length
    const precision = found / (found + wrong)
    console.log(
      `copied text: ${copies.length} copies, ${others.length} others, recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`,
    )
    expect(recall).toBeGreaterThanOrEqual(0.9)
    expect(precision).toBeGreaterThanOrEqual(0.95)
  })

  it('is no copy where it is too short to be anybody’s own', () => {
    expect(isCopied('已完成', '已完成')).toBe(false)
    expect(isCopied('', '')).toBe(false)
    expect(isCopied('已按要求全部整改到', '已按要求全部整改到')).toBe(false)
    expect(isCopied('已按要求全部整改到位', '已按要求全部整改到位')).toBe(true)
  })
})
