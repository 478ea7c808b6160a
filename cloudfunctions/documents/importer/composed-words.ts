import type { LabelField } from './label-field'
import { fieldOfWord } from './label-words'

/** Words before a label's own that say whose it is or when, and change nothing. */
const before = new RegExp(
  `^(?:第?[一二三四五六七八九十\\d]{1,3}[轮批次年]|20\\d{2}年|中央|国家|省委省政府|省级?|自治区|市级?|县级?|区级?|州级?|镇级|上级|本级|属地|地方|上报|申报|自查|自评|我[省市县区]|本[省市县区次项]|此次|该项?|上述|有关|相关|对应|下一步|今后|后续|当前|目前|具体|主要|重点|突出|拟|计划|预计|最终|原定?|长江经济带|黄河流域|长江|黄河|生态环境部?|生态|环境|环保|自然资源|水利|农业农村|保护|专项|例行|督察组?|督查|巡察|巡视|审计|检查|暗访|警示片|“?回头看”?|"回头看"|反馈|交办|转办|移交|披露|通报|曝光|指出|发现|涉及|存在|意见|报告|任务|工作|整改|整治|治理|问题|事项|方案|清单|的|中|内|及|和|与|暨)+$`,
)
/** Words behind a label's own. */
const behind = /^(?:要求|内容|情况|说明|名称|如下|描述|表述|明细|安排|部署|及?责任人|概述)$/

/** No label is longer. */
const longest = 30
const shortest = 4

/** 整改措施及完成情况 holds the plan and what came of it. */
export const joinsTwo = (word: string): boolean =>
  /^(?:具体|主要|整改|工作)*措施(?:、|及其?|和|与)(?:完成|落实|进展|整改|执行)(?!时|期)/.test(word)

/** 牵头(责任)单位, 环保(专项)督察反馈问题: a short bracket stands inside a label. */
const insideLabel =
  /^(?:[^:\n|。;,!?()【】〖〗「」『』[\]]|(?<!^)\([\u4e00-\u9fff]{1,6}\)(?=[\u4e00-\u9fff]))+/

/** The words up to a colon, a bracket or the end of the line, blanks left out. */
function wordsBefore(folded: string, at: number): { words: string; end: number } | null {
  const found = insideLabel.exec(folded.slice(at, at + longest * 2))
  const printed = found?.[0].trimEnd()
  if (printed === undefined) return null
  const words = printed.replace(/\s+|\([^()]*\)/g, '')
  return words.length >= shortest && words.length <= longest
    ? { words, end: at + printed.length }
    : null
}

/**
 * The label that stands from `at` to a separator, when it is made of a word of the lexicon and of
 * words that change nothing. The word nearest to the end names the field.
 */
export function composedWords(
  folded: string,
  at: number,
): { field: LabelField; word: string; joined: boolean; end: number } | null {
  const found = wordsBefore(folded, at)
  if (!found) return null
  const { words, end } = found
  for (let to = words.length; to >= 2; to -= 1) {
    if (to < words.length && !behind.test(words.slice(to))) continue
    for (let from = 0; from <= to - 2; from += 1) {
      const field = fieldOfWord(words.slice(from, to))
      if (!field || (from > 0 && !before.test(words.slice(0, from)))) continue
      return { field, word: words, joined: joinsTwo(words.slice(from)), end }
    }
  }
  return null
}
