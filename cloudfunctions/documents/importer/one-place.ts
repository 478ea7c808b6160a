const party = /^(.*?)(?:党委|党工委|工委|党组|委)$/
const government = /^(.*?)(?:人民政府|政府|管委会|管理委员会|办事处|行政公署)$/
const partyBranch = /^(.*?)(?:党支部|党总支|党委)$/
const villageCommittee = /^(.*?)(?:村民?委员?会|居民?委员?会|村委会|居委会|社区)$/

/** Whether two names are the party committee and the government of one place: one unit. */
export function onePlace(left: string, right: string): boolean {
  const samePlace = (one: string, two: string): boolean =>
    two === '' ||
    one.endsWith(two) ||
    (one === '' && /^.?$/.test(two)) ||
    (/^各/.test(one) && one.includes(two))
  const committee = party.exec(left)
  const office = government.exec(right)
  if (committee && office && samePlace(committee[1] ?? '', office[1] ?? '')) {
    // 市发展改革委 is a department: only a bare place, or the word 党, makes a committee.
    return (
      /党(?:工)?委$|工委$/.test(left) ||
      /(?:省|市|县|区|州|盟|旗|镇|乡|街道)委$/.test(left) ||
      left === '委'
    )
  }
  const branch = partyBranch.exec(left)
  const village = villageCommittee.exec(right)
  return Boolean(branch && village && samePlace(branch[1] ?? '', village[1] ?? ''))
}
