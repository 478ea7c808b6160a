import chineseDays from 'chinese-days'

const hourOf = (at) => new Date(at + 8 * 60 * 60 * 1000).getUTCHours()

const digestPages = ['pages/todo/', 'subpackages/unit/ledger/']

/** What a message may not do, whoever gets it (domain rules, section 7). */
const rules = [
  {
    rule: '到期提醒只在工作日发',
    broken: ({ title, on }) => title === '到期提醒' && !chineseDays.getDayDetail(on).work,
  },
  { rule: '夜里不发', broken: ({ at }) => hourOf(at) < 8 || hourOf(at) >= 21 },
  {
    // The week's summary of other units' overdue nodes opens the ledger, the own digest the to-do; what is
    // told at once opens the thing itself.
    rule: '每人每天最多一条到期提醒，另加每周一条汇总',
    broken: (message, all) =>
      message.title === '到期提醒' &&
      digestPages.some((page) => message.page.startsWith(page)) &&
      all.some(
        (other) =>
          other !== message &&
          other.title === message.title &&
          other.page === message.page &&
          other.openid === message.openid &&
          other.on === message.on,
      ),
  },
  { rule: '每条都写明事项', broken: ({ texts }) => texts.some((text) => text.trim() === '') },
]

/** @returns {{ rule: string, message: object }[]} */
export const brokenRules = ({ messages }) =>
  rules.flatMap(({ rule, broken }) =>
    messages.filter((message) => broken(message, messages)).map((message) => ({ rule, message })),
  )
