import { fieldsOf, isKeyOf } from '@/domain/known'
import { errorTexts } from './errors'
import { moment } from './moment'

/** Words of everything that is done on a page: forms, what waits, what is not allowed. */
export const actingWords = {
  more: '再看一些',
  loading: '正在取',
  searchUnit: '搜单位名称',
  noUnits: '没有这个名字的单位',
  restored: '恢复了上次没发出的内容',
  empty: '清空',
  emptyTitle: '清空写过的内容？',
  emptyLine: '清空后不能找回。',
  keeping: '正在存草稿',
  kept: '草稿已存在手机',
  notKept: '手机没存住，请先别退出',
  tooLong: (over: number) => `太长了，请删掉${over}个字`,
  notOpened: '这一页没打开，请检查网络后再点一次',
  failed: '没做成，请再试一次',
  documentTooLarge: (bytes: number) => `文件超过${bytes / 1024 / 1024}MB，请换一份`,
  photoTooLarge: '这张照片超过10MB，请换一张',
  photoType: '只能用 jpg、png、webp 格式的照片',
  photoNotKept: '手机空间不够，照片没存住',
  photoGone: (place: number) => `第${place}张照片在手机上找不到了，请重新选`,
  fileGone: '选过的文件在手机上找不到了，请重新选',
  photo: (place: number) => `第${place}张照片`,
  voiceKept: (seconds: number) => `语音${seconds}秒`,
  removeVoice: '删除语音',
  voiceNotKept: '手机空间不够，录音没存住',
  voiceGone: '录音在手机上找不到了，请重新说一遍',
  notSent: '未送达',
  keptTitle: '已存手机',
  keptLine: (at: number) => `${moment(at)}存下，有网时自动发出，只发一次。`,
  change: '改一改',
  tryNow: '现在再试一次',
  formBusy: '表单里还有没发出的内容，先发出或清空，再取回',
  sending: '正在发',
  sendingFile: (place: number, of: number) => `正在发，第${place}张/共${of}张`,
}

export const permissionWords = {
  close: '知道了',
  open: '去设置',
  title: {
    camera: '没有相机权限',
    album: '没有相册权限',
    microphone: '没有话筒权限',
    file: '没有取文件的权限',
  },
  use: { camera: '拍照', album: '选照片', microphone: '录音', file: '选文件' },
  line: {
    settings: (use: string) => `您之前没有允许。要${use}，请在设置里打开；不打开也可以只写文字。`,
    phoneSettings: (use: string) =>
      `手机没有允许微信使用。要${use}，请在手机设置里打开；不打开也可以只写文字。`,
    privacy: (use: string) =>
      `您没有同意隐私保护指引。要${use}，请再点一次并同意；不同意也可以只写文字。`,
    none: (use: string) => `浏览器没有允许，不能${use}。可以只写文字。`,
  },
}

/** A failure as a sentence; anything without a code is the machine's. */
export const sentenceOf = (thrown: unknown): string => {
  const { code } = fieldsOf(thrown)
  return isKeyOf(errorTexts, code) ? errorTexts[code] : actingWords.failed
}
