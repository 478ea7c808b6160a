/** How the names of bodies end: offices, places, firms, farms, villages, groups of them. */
const end =
  /(?:局|委|办|厅|署|府|会|处|科|室|中心|公司|集团|企业|院|站|所|队|社|厂|部|团|组|班|股|车间|单位|部门|机关|机构|主体|省|区|县|州|盟|旗|市|镇|乡|街道|街办|社区|村|居|寨|屯|场|银行|分行|支行|联社|学校|大学|中学|小学|幼儿园|园|馆|矿|井|港|段|海关|工委|党组|支部|联|协|基地|库|景区|小区|合作社|法院|检察院|政协|人大|纪委监委|编办|税务|军分区|口岸|铁路|机场|电厂|水厂|集中区|开发区|示范区|管理区|保护区)$/

/** Words that only sentences hold. */
const sentence =
  /[。!?“”《》【】|]|\d{4}年|(?:进行|均已|已经|采取|分别是|整改完毕|如下|不力|不到位|是否|并且|从而|以及其)/

const longest = 40
const shortest = 2

/** Notes in brackets behind a name are no part of its end: 各县(市、区). */
const bare = (words: string): string => words.replace(/(?:\([^()]*\))+$/, '')

const group = /^(?:各|全[市县区省]|有关|相关|所有|其他|沿线|辖区)/

/** Groups such as 各县(市、区)政府 stay one reference; assigning needs them split. */
export const isCollective = (name: string): boolean =>
  group.test(name) || /(?:有关|相关|各)(?:单位|部门|县|区|市|镇|乡)/.test(name)

export const endsLikeBody = (words: string): boolean => end.test(bare(words))

/** Whether the words can be the name of a body at all. */
export const isBodyName = (words: string): boolean =>
  words.length >= shortest &&
  words.length <= longest &&
  !sentence.test(words) &&
  (endsLikeBody(words) || group.test(words))

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤包'

/** A person with a blank before: 县工信局 王某某. */
export const personBehind = new RegExp(`\\s+(?:[${surnames}][\\u4e00-\\u9fff某*×○X零]{1,2})$`)

/** 王某某, 县长张三, 李建国(局长): a person answers in person and is no unit. */
export const isPerson = (words: string): boolean =>
  new RegExp(`^[${surnames}](?:某某?|[*×xX○零]{1,2})(?:\\(.*\\))?$`).test(words) ||
  /^[\u4e00-\u9fff]{2,4}(?:同志|书记|县长|区长|市长|镇长|乡长|局长|主任|经理|董事长)$/.test(
    words,
  ) ||
  new RegExp(`^[${surnames}][\\u4e00-\\u9fff]{1,2}\\([^()]*(?:长|书记|主任|经理|员)\\)$`).test(
    words,
  )

/** What stands in a unit's place and says that there is none. */
export const isNoName = (words: string): boolean =>
  /^(?:无|\/|-+|—+|同上|。|略|待定|\d+)$/.test(words) || !/[\u4e00-\u9fff]/.test(words)
