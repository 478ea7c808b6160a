const countBy = (rows, keyOf) => {
  const counts = new Map()
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
  return counts
}

const line = (cells) => console.log(`| ${cells.join(' | ')} |`)
const head = (cells) => {
  line(cells)
  line(cells.map(() => '---'))
}

/** Who got how many of what a month; then every message; then who was to be phoned, and why. */
export const printTable = ({ from, until, messages, calls }, broken) => {
  console.log(`# 谁收到了什么：${from} 至 ${until}\n`)
  const months = [...new Set(messages.map(({ on }) => on.slice(0, 7)))].sort()
  const byMonth = countBy(messages, ({ to, title, on }) => `${to}|${title}|${on.slice(0, 7)}`)
  const kinds = [...new Set(messages.map(({ to, title }) => `${to}|${title}`))].sort()
  head(['谁', '通知', ...months, '共'])
  for (const kind of kinds) {
    const counts = months.map((month) => byMonth.get(`${kind}|${month}`) ?? 0)
    line([...kind.split('|'), ...counts, counts.reduce((sum, count) => sum + count, 0)])
  }
  console.log('\n## 每一条\n')
  head(['日期', '谁', '通知', '内容'])
  for (const { on, to, title, texts } of messages) line([on, to, title, texts.join('，')])
  console.log('\n## 电话提醒名单上出现过的\n')
  head(['名单', '单位', '姓名', '为什么', '件数'])
  const called = countBy(calls, ({ list, unitName, personName, reason }) =>
    [list, unitName || '反映人', personName ?? '', reason].join('|'),
  )
  for (const [who, count] of called) line([...who.split('|'), count])
  console.log(`\n${messages.length} 条通知，${calls.length} 次电话，违反规则 ${broken.length} 处。`)
  for (const { rule, message } of broken)
    console.log(`- ${rule}：${message.on} ${message.to} ${message.texts.join('，')}`)
}
