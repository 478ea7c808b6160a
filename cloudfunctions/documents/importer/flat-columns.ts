import type { Column } from './grid-cells'
import { percentColumn, yesNoColumn } from './lexicon'

/** How well the words of one piece of print fit a column; above zero means they look like its cells. */
type Fit = (words: string) => number

const dateWords =
  /^(?:[^。;]{0,12})(?:\d{4}年|\d{4}[-./]\d|\d{1,2}月|年底|立行[立整]改|立即|长期|持续|常态|每年|每月|每季|已完成|个月|季度|工作日|按.{0,6}进度)/
const unitWords =
  /(?:局|委|办|办公室|厅|政府|会|中心|公司|部门|单位|[县区市镇乡]|街道|院|站|队|部|厂|管委会|办事处|分局|牵头|负责|配合|室|支队|大队|集团|村|社区|所|处)(?:[)]|等)?$/
const yesNo = /^(?:是|否|属实|不属实|部分属实|基本属实|查无实据|已办结|未办结|阶段性办结|√|×)$/
const percent = /^\d+(?:\.\d+)?[%％]?$/
const code = /^\(?[A-Z]{0,6}[-\d一二三四五六七八九十百]{1,8}(?:[-.]\d+)?\)?$/
const caseNumber =
  /^[A-Z]{0,6}\d?[A-Z]{0,4}\d{5,}[\d-]*(?:[(（][^)）]*[)）])?$|^第?\d{1,3}(?:号|项)?$/
const place = /^[^,。;:、]{1,10}(?:省|市|州|县|区|旗|盟|镇|乡|街道|新区|园区)$/
const pollution =
  /^(?:[^。;:]{0,6}(?:大气|水|噪声|噪音|土壤|油烟|辐射|生态|垃圾|扬尘|固废|异味|其他|海洋|畜禽|污染|面源|穿越|餐饮|旅游|养殖|排污|码头|项目|点源|废水|废气|光)[^。;:]{0,8}[、,]?)+$/
const person =
  /^[^,。;:]{2,10}(?:某|某某|书记|县长|区长|市长|局长|主任|××|\*\*)$|^[\u4e00-\u9fff]{2,3}$/

const long = (words: string): number => Math.min(2, words.length / 12)

/** 某县、市公安局、市商务局: names and nothing else. */
const isNames = (words: string): boolean => {
  const names = words.split('、')
  return names.length > 1 && !/[,。;:]/.test(words) && names.every((name) => unitWords.test(name))
}

/** 经查,…: what was found out, and not what was reported. */
const foundOut = /^(?:经|现场|调查|核查|检查|反映)[^,。]{0,8}(?:查|核实|调查|检查|属实)[,:]/

const textFit: Fit = (words) =>
  (/[。;]|^\(?[\d一二三四五六七八九十]{1,2}[)、.]|^[一二三四五]是/.test(words) ? 2 : 0) +
  long(words) -
  (words.length <= 6 ? 1 : 0) -
  (words.length <= 16 && (unitWords.test(words) || dateWords.test(words)) ? 3 : 0) -
  (isNames(words) ? 4 : 0) -
  (foundOut.test(words) ? 1 : 0) -
  (yesNo.test(words) || percent.test(words) ? 3 : 0)

const when =
  (pattern: RegExp, limit: number, against = -6): Fit =>
  (words) =>
    words.length <= limit && pattern.test(words) ? 5 : against

const unitFit: Fit = (words) => {
  if (/[。;]/.test(words) && !/牵头|配合/.test(words)) return -5
  const names = words.split(/[、,;]/)
  const good = names.filter((name) => unitWords.test(name)).length
  return good > 0 && good * 2 >= names.length ? 4 : -5
}

function ignoredFit(column: Column): Fit {
  const { words } = column
  if (yesNoColumn.test(words) || /办结/.test(words)) return when(yesNo, 8)
  if (percentColumn.test(words)) return when(percent, 6)
  if (/类型|类别|级别|性质/.test(words))
    return (cell) => (pollution.test(cell) && cell.length <= 14 ? 5 : cell.length <= 8 ? 1 : -5)
  if (/区域|所在|省份|县区|属地|地市|市州|乡镇|县市/.test(words)) return when(place, 12)
  if (/领导|责任人|负责人|人员/.test(words))
    return (cell) => (person.test(cell) ? 4 : cell.length > 24 ? -4 : 0)
  if (/电话/.test(words)) return when(/^[\d*×-]{6,}$/, 16)
  if (/核实|核查|调查/.test(words)) return (cell) => (foundOut.test(cell) ? 4 : textFit(cell) - 0.5)
  if (words === '备注') return (cell) => (/^(?:无|\/|-|暂无)$/.test(cell) ? 4 : 0)
  if (/备注|问责|追究|处理/.test(words))
    return (cell) => (/^(?:无|\/|-|暂无)$|约谈|诫勉|问责|处分|批评/.test(cell) ? 4 : 0)
  return (cell) => (cell.length > 30 ? 0 : 1)
}

/** The fit of a column by the field it stands for. */
export function fitOf(column: Column): Fit {
  switch (column.field) {
    case 'number':
      return when(code, 14)
    case 'upperNumber':
      return when(caseNumber, 30)
    case 'deadline':
      return when(dateWords, 40)
    case 'lead':
    case 'responsible':
    case 'supporting':
    case 'supervising':
    case 'accepting':
    case 'supervisingAccepting':
      return unitFit
    case 'ignored':
      return ignoredFit(column)
    case null:
      return (words) => (words.length > 40 ? -1 : 0)
    default:
      return textFit
  }
}
