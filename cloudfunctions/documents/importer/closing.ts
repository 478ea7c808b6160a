import { slice, trimSpan, type Source } from './source'
import type { Span } from './types'

/**
 * Sentences that follow a list and belong to no field: how to object, where to write, who signs.
 * A report that an earlier notice brought no objections is progress and stays.
 */
const closing =
  /(?<=^|[\n。;!”)]\s*)(?:(?:如|若|对)(?:有|对|果|您|社会|公众|以上|上述|公示)?[^。\n]{0,80}?(?:异议|疑义|不同意见|意见建议|意见的|意见或建议|疑问)|以上[^。\n]{0,40}(?:公示|公开|公布)|(?:现|将)(?:将|予以?|面向|向|进行|开展)[^。\n]{0,80}(?:公示|公开|公布)|请[^。\n]{0,12}公示期|(?:按照|根据|依据)[^。\n]{2,60},现?将[^。\n]{0,80}(?:公示|公开|公布)|特此(?:公示|公告|说明|公布|报告)|[\u4e00-\u9fff]{0,12}(?:监督|举报|联系|咨询|投诉|问效)电话\s*:?\s*[\d*]|欢迎[^。\n]{0,30}(?:监督|举报|反映)|(?:自|从)?(?:本)?(?:公示|公告|发布)之日起|公示(?:期间?|时间|期限|日期)\s*(?:为|自|从|:|共|\d{1,3}\s*(?:个?工作)?[天日]|\(?\s*20\d{2})(?![^。]*(?:未收到|无异议|没有收到))|(?:任何)?(?:单位|社会各界|广大群众)(?:或|和|及|与)?(?:个人)?[^。\n]{0,40}(?:如有)?异议|(?:在)?公示期(?:间|内)?[,:]?(?:如|若|对|任何|单位|社会|公众|广大)|凡[^。\n]{0,30}异议|邮寄的以邮戳|相关附件|扫一扫|责任编辑|上一篇|下一篇|打印本页|关闭窗口|【\s*打印|分享到|版权所有)/

const pageNumber = /\n\s*[-第]\s*\d+\s*[-页]\s*$/
const loneOrdinal = /\n\s*\(?\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*\)?[、.]?\s*$/

/** The span up to the first sentence that belongs to the notice and not to the field. */
export function cutClosing(source: Source, span: Span): Span {
  const text = slice(source, span)
  const found = closing.exec(text)
  let end = found ? span[0] + found.index : span[1]
  for (const tail of [pageNumber, loneOrdinal]) {
    const extra = tail.exec(source.folded.slice(Math.max(span[0], end - 40), end))
    if (extra) end -= extra[0].length
  }
  return trimSpan(source, [span[0], end], '|')
}

const dateLine =
  /^\(?(?:[12]\d{3}\s*年?\s*\d{0,2}\s*月?\s*\d{0,2}\s*日?|20\d{2}[-./]\d{1,2}[-./]\d{1,2}|[一二三四五六七八九零]{4}年[一二三四五六七八九十]{1,2}月([一二三四五六七八九十]{1,3}日)?)\)?$/
const signer = /^[^,。;:、]{3,34}$/

/** What a web page prints below its text; 主办单位 there is the page's owner. */
const pageFoot =
  /^(?:扫一扫|上一篇|下一篇|上一条|下一条|版权所有|网站标识码|网站地图|网站主办|责任编辑|相关(?:链接|新闻|阅读|文章)|返回顶部|Copyright|打印本页|关闭窗口|【\s*(?:打印|关闭|返回)|分享到|.{0,30}(?:ICP备|公网安备|版权所有))/i

/**
 * Where the body ends: before the signing unit and date that close a notice, and before the foot
 * of the web page it stood on.
 * @param listEnd the last place that surely belongs to the list
 */
export function bodyEnd(source: Source, listEnd = 0): number {
  const { lines, folded } = source
  const foot = lines.findIndex((line) => line[0] >= listEnd && pageFoot.test(slice(source, line)))
  const bottom = foot > 0 ? foot : lines.length
  const pageEnd = lines[bottom]?.[0] ?? folded.length
  let index = bottom - 1
  while (
    index > 0 &&
    /^(?:七|八|九|十|\d{1,2}|.{0,6}(?:打印|关闭).{0,12})$/.test(
      slice(source, lines[index] ?? [0, 0]),
    )
  )
    index -= 1
  const last = lines[index]
  if (!last || !dateLine.test(slice(source, last))) return pageEnd
  let end = last[0]
  for (let back = 1; back <= 3; back += 1) {
    const line = lines[index - back]
    if (
      !line ||
      !signer.test(slice(source, line)) ||
      !/(?:局|委|会|府|办|厅|部|室|中心|组|区|县|站|院|司|公司|指挥部)$/.test(slice(source, line))
    )
      break
    end = line[0]
  }
  return end
}
