import { isKeyOf } from '@/domain/known'
import type { ErrorCode } from '@/contract/errors'
import { errorTexts } from './errors'
import { moment } from './moment'

/** Failures that another try may mend; every other one is an answer, and says what it is. */
const mayPass: readonly ErrorCode[] = [
  'CLIENT.OFFLINE',
  'CLIENT.TIMEOUT',
  'CLIENT.UPLOAD_FAILED',
  'THING.BUSY',
  'SERVICE.KEY',
  'SERVICE.CLOSED',
  'INTERNAL',
]

/** A server that is newer may say what this build has no sentence for. */
const knownCode = (code: string): ErrorCode => (isKeyOf(errorTexts, code) ? code : 'INTERNAL')

/** Words of the frame around every page: bars, sheets, the faces of a list. */
export const shellWords = {
  back: '返回',
  close: '关闭',
  cancel: '取消',
  confirm: '确定',
  retry: '再试',
  clear: '清除',
  search: '搜索',
  slow: '网络有点慢，正在取',
  failed: (code: string) => {
    const known = knownCode(code)
    if (!mayPass.includes(known)) return { title: errorTexts[known], line: '', again: false }
    const line = known.startsWith('CLIENT.')
      ? '可能是网络不通。请再试一次，填过的内容不会丢。'
      : errorTexts[known]
    return { title: '没取到', line, again: true }
  },
  stale: (code: string, offline: boolean, at: number) => {
    const since = `这是${moment(at)}的`
    if (offline) return `没有网络，${since}`
    const known = knownCode(code)
    return mayPass.includes(known) ? `没取到新的，${since}` : `${errorTexts[known]}。${since}`
  },
  secrecy: '互联网非涉密系统，严禁录入涉密和工作秘密',
  takePhoto: '拍照',
  choosePhoto: '选照片',
  removePhoto: (place: number) => `删除第${place}张照片`,
  photoSending: '正在传',
  photoFailed: '没传上，点一下再传',
  photoOf: (place: number, all: number) => `第${place}张，共${all}张`,
  previousPhoto: '上一张',
  nextPhoto: '下一张',
  holdToSpeak: '按住说话',
  releaseToStop: '松开结束',
  voiceHint: '声音可能被认出',
  copy: '复制',
}

export const tabWords = {
  home: '首页',
  todo: '待办',
  register: '整改任务',
  tasks: '任务',
  mine: '我的',
}

export const brandName = '整改通'
