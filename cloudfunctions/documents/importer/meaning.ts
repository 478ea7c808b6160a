import type { LabelField } from './label-field'

/** What words that name a field are about, where the lexicon does not hold them; the first that fits. */
const about: readonly [words: RegExp, field: LabelField][] = [
  [/^(?:整改)?问题清单$/, 'problem'],
  [/^(?:整改)?(?:任务|措施|举措)清单$/, 'measures'],
  [/^(?:整改)?责任(?:单位)?清单$/, 'responsible'],
  [/^(?:整改|完成)?(?:时限|时间)清单$/, 'deadline'],
  [/^(?:整改)?目标清单$/, 'goals'],
  [/^(?:整改)?(?:效果|成效|进展)清单$/, 'progress'],
  [/^涉及.*(?:单位|部门)$/, 'responsible'],
  // 牵头单位及负责人: the body is named before the person.
  [/^(?:牵头|主办)(?:单位|部门)[及和与、].*人员?$/, 'lead'],
  [/^(?:责任|整改|承办|实施)(?:单位|部门|主体)[及和与、].*人员?$/, 'responsible'],
  [/^(?:配合|协办)(?:单位|部门)[及和与、].*人员?$/, 'supporting'],
  [/^(?:督导|督办|监管)(?:单位|部门)[及和与、].*人员?$/, 'supervising'],
  [/^(?:验收|销号)(?:单位|部门)[及和与、].*人员?$/, 'accepting'],
  [
    /^(?:下达|签发|抄送|送达|涉及|所属|所在|是否|发布|公示|公开|检查|巡查|督察|发现|填报|实际|投诉时|举报时|受理|反馈(?:时|日)|收到)|负责人|责任人|联系人|领导|河长|联系|电话|邮箱|核实|核查|属实|^经?查|调查|类型|类别|级别|性质|区域|地点|地址|位置|坐标|备注|来源|^(?:问责|追责)/,
    'ignored',
  ],
  [
    /(?:受理|信访|举报|投诉|交办|转办|案件|工单|信件|来信)(?:件)?(?:编号|序号|编码|号码)$/,
    'upperNumber',
  ],
  [/^(?:问题|任务|整改|清单|事项|项目)?(?:编码|代码|编号)$/, 'number'],
  [/(?:督导|督办|监管|监督).*验收.*(?:单位|部门)/, 'supervisingAccepting'],
  [/验收.*(?:单位|部门)|销号.*(?:单位|部门)|^验收$/, 'accepting'],
  [/(?:督导|督办|监管|监督).*(?:单位|部门)|^(?:督导|督办)$/, 'supervising'],
  [/(?:配合|协办|协同).*(?:单位|部门)|^协办$/, 'supporting'],
  [/(?:牵头|主办).*(?:单位|部门)|^主办$/, 'lead'],
  [
    /(?:责任|承办|整改|实施|落实|负责|属地|处置|办理|主体).*(?:单位|部门|主体|方|镇街|乡镇|街道|科室|股室|处室|站所|车间|班组|地区)$|^(?:责任|承办|负责|实施)$/,
    'responsible',
  ],
  [/^(?:计划|要求|预计|拟|应|最迟|规定).*(?:时间|日期)$/, 'deadline'],
  [/时限|期限|完成(?:整改)?时间|节点$|时间要求|进度安排|^(?:时间|日期)$/, 'deadline'],
  [
    /(?:处置|处理|整改|整治|办理|治理)(?:意见|建议|对策|办法)$|^(?:处置|处理|督办|交办)要求$/,
    'measures',
  ],
  [
    /(?:处理|处罚|查处|处置|整改|立改|整治|办理|办结|落实|进展|完成|推进|治理|问责|修复|执行).*(?:情况|结果|进展|成效|进度|效果|结论|答复|回复)$|^(?:整改|整改后|进展|结果|成效|处理|办结|完成|现状|回复|答复)$/,
    'progress',
  ],
  [/措施|举措|做法|对策/, 'measures'],
  [/目标|要求$|标准$/, 'goals'],
  [
    /(?:问题|信访|举报|反映|投诉|交办|反馈|隐患|诉求|短板)(?:.*(?:情况|内容|事项|描述|摘要|详情|现象|事由|诉求|问题|隐患))?$/,
    'problem',
  ],
]

/** 下一步工作措施, 后续打算: what comes after the rectification is no field; 工作要求 ends a plan. */
const later =
  /^(?:下一?步|后续|今后|下阶段)|^(?:[一二三四五六七八九十]+、)?(?:工作|有关|相关|几点)要求$/
/** No name of a field is longer. */
const longest = 16

/** The field that words are about, as far as they say it; null where they name none. */
export const meantBy = (words: string): LabelField | null =>
  words === '' || words.length > longest || later.test(words)
    ? null
    : (about.find(([pattern]) => pattern.test(words))?.[1] ?? null)
