import type { ErrorCode } from '@/contract/errors'
import type { RowFate, TableName } from '@/domain/organization/roster-rules'
import { errorTexts } from './errors'
import { uploadErrorText, uploadWords } from './import-review'
import { tableTitles } from './organization-table'

/** 从 Excel 导入单位和人员: the administrator's page. */
export const rosterWords = {
  title: '从 Excel 导入',
  entry: '从 Excel 导入单位和人员',
  line: '先下载模板，填好再选文件。系统逐行读给您看，点“导入”以后才写入。',
  template: '下载模板',
  choose: '选填好的文件',
  chooseAgain: '换一个文件',
  fromChat: uploadWords.fromChat,
  wrongType: '请选 .xlsx 文件，最好是填好的模板',
  tooLarge: '文件超过2MB，请删去空白的行列和多余的工作表再试',
  uploading: '正在上传',
  reading: '正在逐行读',
  read: (name: string) => `“${name}”读出`,
  empty: '三张表里都没有填内容',
  sum: (added: number, changed: number, kept: number, refused: number) =>
    [
      `新增${added}行`,
      `更改${changed}行`,
      `不变${kept}行`,
      ...(refused > 0 ? [`不导入${refused}行`] : []),
    ].join('，'),
  refused: (count: number) => `不导入的${count}行`,
  refusedLine: '改好以后再导入一次就行，已经导入的不会重复。',
  row: (table: TableName, row: number) => `${tableTitles[table]}表第${row}行`,
  table: (table: TableName, count: number) => `${tableTitles[table]}${count}行`,
  more: (left: number) => `还有${left}行，再看一些`,
  unnamed: '（没有名称）',
  fates: {
    added: '新增',
    changed: '更改',
    same: '不变',
    waiting: '邀请过，还没加入',
    joined: '已加入',
    expired: '邀请码过期没用，请到单位里重新邀请',
    refused: '不导入',
  } satisfies Readonly<Record<RowFate, string>>,
  take: (count: number) => `导入${count}行`,
  nothing: '没有要新增或更改的行，不用导入',
  taking: (done: number, total: number) => `已导入${done}行，共${total}行`,
  goOn: '接着导入',
  done: '已导入',
  codes: (count: number) => `${count}个邀请码`,
  codesLine:
    '邀请码只在这里显示这一次，请先复制保存，再发给本人。对方打开“整改通” → 我的 → 用邀请码加入。',
  copy: '复制全部邀请码',
  copied: '已复制',
  noCodes: '没有新的邀请码',
  toPeople: '去看单位和人员',
}

/** Where the general sentence speaks of a list. */
const rosterErrors: Readonly<Partial<Record<ErrorCode, string>>> = {
  'ORGANIZATION.NO_TABLE':
    '没找到“行政区划”“单位”“人员”这几张表，或表头改过。请下载模板，把内容填进去再导入',
  'ORGANIZATION.TOO_MANY': '一张表最多读500行，请分成几个文件，一个一个导入',
  'IMPORT.TOO_LARGE': rosterWords.tooLarge,
  'FILE.TOO_LARGE': rosterWords.tooLarge,
  'FILE.TYPE': rosterWords.wrongType,
  'IMPORT.BROKEN_XLSX': 'Excel 文件打不开。有密码请先去掉，损坏了请重新保存',
  'CLIENT.OFFLINE': '没有网络。连上网再试，已经导入的不会重复',
  'CLIENT.TIMEOUT': '网络太慢，没等到回音。请再试，已经导入的不会重复',
  INTERNAL: errorTexts.INTERNAL,
}
export const rosterErrorText = (code: ErrorCode) => rosterErrors[code] ?? uploadErrorText(code)
