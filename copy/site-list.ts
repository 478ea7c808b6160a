import type { SiteColumn, SiteFate, SiteFault } from '@/domain/task/site-list'

/** 点位清单 as an Excel file. */
export const siteTitles: Readonly<Record<SiteColumn, string>> = {
  name: '点位名称',
  place: '地点',
  unit: '报完成的单位',
  latitude: '纬度',
  longitude: '经度',
}

export const siteTemplateWords = {
  sheet: '点位',
  guide: '填写说明',
  lines: [
    '一行一个点位，第一行的表头不要改。',
    '点位名称：同一条措施里不能重名，再导入时靠名称认。',
    '地点：写到镇、村或者路口，验收的人找得到。',
    '报完成的单位：这条措施的责任单位，只有一个时可以不填。',
    '纬度、经度：可以不填。填手机定位的十进制度数（WGS 84），如21.66271、110.91958；地图软件上的坐标有偏移，不要填。',
    '公式请先“粘贴为数值”。一条措施最多200个点位。',
    '同一份文件再导入一次，什么都不会变。',
  ],
}

/** 定点位: the page of a measure that means many like places. */
export const siteWords = {
  title: '点位清单',
  line: '一条措施管好多处的，一处一处列出来，每处单独报完成，都完成了这条措施才算完成。',
  which: '哪条措施',
  doneOf: (done: number, all: number) => `点位${done}/${all}`,
  standing: (all: number, done: number) => `已有${all}处，完成${done}处`,
  none: '还没有点位',
  edit: '点位清单',
  editOf: (measure: string) => `点位清单：${measure}`,
  pick: '记下位置',
  pickOf: (site: string) => `记下${site}的位置`,
  pickTitle: '记下这里的位置？',
  pickLine:
    '请站在点位上再记。以后现场拍的照片离它很远，验收的人会问一句。只有系统核对用，不给人看。',
  pickWhole:
    '请站在整改的地方再记。以后现场拍的照片离它很远，验收的人会问一句。只有系统核对用，不给人看。整改的地方不止一处的，不要记，列点位清单。',
  pickAgain: '重新记位置',
  picked: '位置已记下',
  pickFailed: '没有取到位置。请在手机设置里打开定位，再试一次。',
  add: '加点位',
  typed: '一行一处：名称，地点，单位',
  typedLine:
    '从 Excel 复制过来也行。只有一个责任单位的，单位不用写。知道位置的，后面再写纬度，经度。',
  example: '例如：王村填埋场，石湖镇王村，市住建局',
  read: '先看看读得对不对',
  template: '下载模板',
  choose: '选填好的 Excel',
  fromFile: '从 Excel 导入',
  reading: '正在逐行读',
  wrongType: '请选 .xlsx 文件，最好是填好的模板',
  sum: (added: number, changed: number, kept: number, refused: number) =>
    [
      `新增${added}处`,
      `更改${changed}处`,
      `不变${kept}处`,
      ...(refused > 0 ? [`不要${refused}行`] : []),
    ].join('，'),
  refused: (count: number) => `不要的${count}行`,
  refusedLine: '改好以后再来一次就行，已经有的不会重复。',
  readHead: (count: number) => `读出${count}行`,
  row: (row: number) => `第${row}行`,
  unnamed: '（没有名称）',
  fates: {
    added: '新增',
    changed: '更改',
    same: '不变',
    refused: '不要',
  } satisfies Readonly<Record<SiteFate, string>>,
  save: (count: number) => `定下这${count}处`,
  nothing: '没有要新增或更改的，不用提交',
  saved: '已定下',
  remove: '去掉',
  removeOf: (name: string) => `去掉点位：${name}`,
  removeTitle: '去掉这个点位？',
  removed: '已去掉',
  doneOn: (day: string) => `${day}完成`,
}

const faultSentences: Readonly<Record<SiteFault['code'], string>> = {
  formula: '是公式，请粘贴为数值',
  missing: '没填',
  tooLong: '太长',
  unknownUnit: '不是这条措施的责任单位',
  twice: '和上面的一行重名',
  noPoint: '不对：两个都要填，十进制度数',
  done: '已经报完成，先撤回完成再改',
}
export const siteFaultText = ({ column, code }: SiteFault): string =>
  `${siteTitles[column]}${faultSentences[code]}`
