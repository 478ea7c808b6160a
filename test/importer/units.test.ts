import { readSource, valueOf } from '@/cloudfunctions/documents/importer/source'
import {
  isCollective,
  noUnits,
  readUnits,
  unitRoles,
} from '@/cloudfunctions/documents/importer/units'

function units(words: string): Record<string, string[]> {
  const source = readSource(words)
  const into = noUnits()
  readUnits(source, [0, words.length], ['responsible'], into)
  return Object.fromEntries(
    unitRoles.flatMap((role) =>
      into[role].length > 0 ? [[role, into[role].map((span) => valueOf(source, span))]] : [],
    ),
  )
}

describe('a list of units', () => {
  it.each([
    ['市环保局', { responsible: ['市环保局'] }],
    ['A县牵头,市发改委、市财政局', { lead: ['A县'], responsible: ['市发改委', '市财政局'] }],
    [
      '市水务局、市住建局牵头,市财政局配合',
      { lead: ['市水务局', '市住建局'], supporting: ['市财政局'] },
    ],
    [
      '市水务局牵头,市财政局、市发改委按职责分工负责',
      { lead: ['市水务局'], responsible: ['市财政局', '市发改委'] },
    ],
    [
      '市水务局牵头负责,各县(市、区)党委和政府具体落实',
      { lead: ['市水务局'], responsible: ['各县(市、区)党委和政府'] },
    ],
    [
      '市水务局(牵头)、市财政局、市公安局(配合)',
      { lead: ['市水务局'], responsible: ['市财政局'], supporting: ['市公安局'] },
    ],
    [
      '牵头单位:市水务局;配合单位:市财政局、市公安局',
      { lead: ['市水务局'], supporting: ['市财政局', '市公安局'] },
    ],
    [
      '县农业局负责,县畜牧局负责监督和组织验收',
      { responsible: ['县农业局'], supervising: ['县畜牧局'], accepting: ['县畜牧局'] },
    ],
    ['市水务局参与', { responsible: ['市水务局'] }],
    ['市住建局等部门', { responsible: ['市住建局'] }],
    ['市住建局\n市城管局', { responsible: ['市住建局', '市城管局'] }],
    ['市生态\n环境局', { responsible: ['市生态环境局'] }],
    ['市发改委、市财政局和市水务局', { responsible: ['市发改委', '市财政局', '市水务局'] }],
    ['市规划和自然资源局', { responsible: ['市规划和自然资源局'] }],
    [
      '市生态环境保护和督察工作委员会办公室',
      { responsible: ['市生态环境保护和督察工作委员会办公室'] },
    ],
    [
      '市生态环境局(市海洋局配合)、市水利局',
      { responsible: ['市生态环境局', '市水利局'], supporting: ['市海洋局'] },
    ],
    ['市级:市生态环境局;县级:甲县人民政府', { responsible: ['市生态环境局', '甲县人民政府'] }],
    ['市生态环境局\n某县分局', { responsible: ['市生态环境局某县分局'] }],
    ['县工信局 王某某、县水利局 李建国', { responsible: ['县工信局', '县水利局'] }],
    ['县住建局(责任人:张某某)', { responsible: ['县住建局'] }],
    ['无', {}],
    ['—', {}],
    ['', {}],
  ])('reads %s', (words, expected) => {
    expect(units(words)).toEqual(expected)
  })

  it.each([
    '宿马园区党工委、管委会',
    '某县党委和政府',
    '各县(市、区)党委、政府',
    '某市委、市政府',
    '县委和县政府',
    '各乡镇党委和人民政府',
    '某街道党工委、办事处',
    '各乡镇党委,政府',
    '各县市区(园区)党委和人民政府、管委会',
    '某村党支部、村民委员会',
    '各县市区()党委和人民政府',
  ])('keeps %s as one unit', (words) => {
    expect(units(`${words}、市环保局`)).toEqual({ responsible: [words, '市环保局'] })
  })

  it('parts the offices of a party committee and a government, and committees of two places', () => {
    expect(units('市委办、市政府办')).toEqual({ responsible: ['市委办', '市政府办'] })
    expect(units('甲县党委、乙县政府')).toEqual({ responsible: ['甲县党委', '乙县政府'] })
    expect(units('市发展改革委、市政府')).toEqual({ responsible: ['市发展改革委', '市政府'] })
  })

  it('knows collective groups, which must be split before they can sign', () => {
    expect(['各县(市、区)政府', '有关部门', '全市各乡镇'].map(isCollective)).toEqual([
      true,
      true,
      true,
    ])
    expect(['市水务局', '某区人民政府'].map(isCollective)).toEqual([false, false])
  })
})
