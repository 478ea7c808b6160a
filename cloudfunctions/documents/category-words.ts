import { keysOf } from '@/domain/known'
import type { TaskCategory } from '@/domain/task/task'

/**
 * Words by which a list's problem is put under one of the plan's ten priority actions. Data,
 * not a rule: it only prefills, and the reviewer changes it. A longer word weighs more than a
 * shorter one, so that 饮用水水源 wins over 污水.
 */
const categoryWords: Readonly<Record<Exclude<TaskCategory, 'other'>, readonly string[]>> = {
  sewage: [
    '生活污水',
    '污水处理厂',
    '污水处理设施',
    '污水管网',
    '配套管网',
    '雨污分流',
    '污水直排',
    '管网',
  ],
  livestock: [
    '畜禽养殖',
    '规模化养殖',
    '养殖场',
    '养殖户',
    '禁养区',
    '养殖废弃物',
    '养猪',
    '生猪',
    '养殖',
  ],
  blackWater: ['黑臭水体', '黑臭', '内源治理', '清淤', '一河一策', '劣五类', '劣Ⅴ类', '河涌'],
  drinkingWater: [
    '饮用水水源',
    '饮用水源',
    '水源保护区',
    '水源地',
    '一级保护区',
    '二级保护区',
    '取水口',
  ],
  circularEconomy: ['循环经济示范中心', '循环经济', '危废处理能力', '危废处置能力'],
  garbage: [
    '生活垃圾',
    '垃圾填埋场',
    '填埋场',
    '渗滤液',
    '绿能环保发电',
    '焚烧发电',
    '垃圾收运',
    '垃圾',
  ],
  solidWaste: ['固体废物', '危险废物', '固废', '危废', '工业固废', '申报登记', '污泥'],
  enforcementForce: ['执法队伍', '执法力量', '机构改革', '人员编制', '执法能力', '监测能力'],
  enforcement: [
    '违法行为',
    '按日连续处罚',
    '查封扣押',
    '限产停产',
    '违法排污',
    '偷排',
    '立案查处',
    '行政处罚',
  ],
  jointEnforcement: [
    '联合执法',
    '刑事司法',
    '行刑衔接',
    '环保警察',
    '两高',
    '公益诉讼',
    '案件移送',
  ],
}

const countOf = (text: string, word: string): number => text.split(word).length - 1

/** The category whose words stand most and longest in the text; `other` when none does. */
export const guessCategory = (text: string): TaskCategory => {
  let best: TaskCategory = 'other'
  let bestScore = 0
  for (const category of keysOf(categoryWords)) {
    const score = categoryWords[category].reduce(
      (sum, word) => sum + countOf(text, word) * word.length ** 2,
      0,
    )
    if (score > bestScore) [best, bestScore] = [category, score]
  }
  return best
}
