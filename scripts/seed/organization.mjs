/**
 * A city to show: real counties with their codes after GB/T 2260, own codes for the functional
 * zones, invented towns, villages, firms and telephone numbers.
 */
const region = (code, name, level, parentCode) => ({ code, name, level, parentCode })

export const city = '440900'
export const villages = {
  shangtang: '440902101201',
  xiatang: '440902101202',
  shatian: '440904101201',
  rongjiang: '440981101201',
}

export const regions = [
  region(city, '茂名市', 'city', null),
  region('440902', '茂南区', 'county', city),
  region('440904', '电白区', 'county', city),
  region('440981', '高州市', 'county', city),
  region('440982', '化州市', 'county', city),
  region('440983', '信宜市', 'county', city),
  region('4409A1', '滨海新区', 'county', city),
  region('4409A2', '高新区', 'county', city),
  region('4409A3', '水东湾新城', 'county', city),
  region('440902101', '石湖镇', 'town', '440902'),
  region('440904101', '南坡镇', 'town', '440904'),
  region('440981101', '榕树镇', 'town', '440981'),
  region(villages.shangtang, '上塘村', 'village', '440902101'),
  region(villages.xiatang, '下塘村', 'village', '440902101'),
  region(villages.shatian, '沙田村', 'village', '440904101'),
  region(villages.rongjiang, '榕江村', 'village', '440981101'),
]

let line = 0
/** Numbers of no subscriber: an exchange that begins with 000. */
const phone = () => `0668-000${String((line += 1)).padStart(4, '0')}`

const unit = (key, name, kind, regionCode, aliases = []) => ({
  key,
  name,
  kind,
  regionCode,
  aliases,
  phone: phone(),
})

/** The Party committee and the government of one place are one unit. */
const government = (key, name, code) =>
  unit(key, `${name}人民政府`, 'government', code, [
    name,
    `${name}政府`,
    `${name}委、${name.at(-1)}政府`,
    `${name}委和${name.at(-1)}政府`,
  ])

const zone = (key, name, code) =>
  unit(key, `${name}管委会`, 'zone', code, [name, `${name}党工委、管委会`, `${name}管理委员会`])

export const units = [
  unit('office', '市整改办', 'department', city, ['市环境保护督察整改工作领导小组办公室']),
  unit('ecology', '市生态环境局', 'department', city),
  unit('housing', '市住房城乡建设局', 'department', city, ['市住建局']),
  unit('water', '市水务局', 'department', city),
  unit('agriculture', '市农业农村局', 'department', city),
  unit('urban', '市城市管理和综合执法局', 'department', city, ['市城管执法局']),
  unit('resources', '市自然资源局', 'department', city),
  unit('development', '市发展改革局', 'department', city, ['市发展和改革局']),
  unit('police', '市公安局', 'department', city),
  unit('procuratorate', '市人民检察院', 'department', city),
  unit('establishment', '市委编办', 'department', city),
  unit('publicity', '市委宣传部', 'department', city),
  unit('office-dianbai', '电白区整改办', 'department', '440904'),
  unit('farming-maonan', '茂南区农业农村局', 'department', '440902'),
  government('maonan', '茂南区', '440902'),
  government('dianbai', '电白区', '440904'),
  government('gaozhou', '高州市', '440981'),
  government('huazhou', '化州市', '440982'),
  government('xinyi', '信宜市', '440983'),
  zone('binhai', '滨海新区', '4409A1'),
  zone('gaoxin', '高新区', '4409A2'),
  zone('shuidongwan', '水东湾新城', '4409A3'),
  unit('town-shihu', '石湖镇人民政府', 'town', '440902101', ['石湖镇', '石湖镇政府']),
  unit('town-nanpo', '南坡镇人民政府', 'town', '440904101', ['南坡镇', '南坡镇政府']),
  unit('branch-shangtang', '上塘村党支部', 'partyBranch', villages.shangtang),
  unit('committee-shangtang', '上塘村民委员会', 'villagersCommittee', villages.shangtang, [
    '上塘村村民委员会',
  ]),
  unit('branch-shatian', '沙田村党支部', 'partyBranch', villages.shatian),
  unit('farm', '石湖镇某某养殖有限公司', 'enterprise', '440902101', ['某某养殖有限公司']),
  unit('stone', '南坡镇某某石材加工厂', 'enterprise', '440904101'),
  unit('sludge', '茂名某某农业科技有限公司', 'enterprise', '440902'),
]

/** 执法单位: what the administrator marked, and by which paper. */
export const enforcement = { unitId: 'ecology', paper: '茂府办〔2019〕12号（执法主体公告）' }
