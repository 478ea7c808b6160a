import type { ChainBreak } from '@/domain/audit/chain'
import type { FileEvent } from '@/domain/audit/chain-file'
import { beijingDay, beijingTime } from '@/domain/calendar/day'
import { fullDay } from './moment'
import { taskEventNames } from './task-staff'

const breakNames: Readonly<Record<ChainBreak['reason'], string>> = {
  missing: '这一条被拿掉了',
  order: '这一条被换了位置',
  prevHash: '这一条和前一条接不上',
  hash: '这一条被改过',
  contents: '这一条附的内容被改过',
  head: '后面的记录被删掉了，或者最后的指纹被改过',
}

/** 存证核对: the same words on the page and in the command. */
export const chainCheckWords = {
  title: '核对存证',
  intro: '把导出的存证文件放进来，看办理记录有没有被改过。只在您的手机或电脑上核对，不上传。',
  choose: '选存证文件',
  paste: '或者粘贴文件里的字',
  pasteNow: '从剪贴板粘贴',
  printedLabel: '卷宗二维码里的指纹（可以不填）',
  printedHint: '64个字母和数字',
  scan: '扫卷宗上的二维码',
  check: '核对',
  again: '换一份',
  nothing: '先选文件，或者粘贴文件里的字',
  noFile: '这不是整改通导出的存证文件，或者没有复制完整。请重新选，或者重新导出。',
  notText: '这个文件打不开，请换一个。',
  what: (number: string, count: number) => `第${number}项的存证，${count}条记录`,
  whole: (count: number) => `没有被改过：${count}条记录，前后都接得上`,
  broken: ({ seq, reason }: ChainBreak) => `从第${seq}条断开：${breakNames[reason]}`,
  event: ({ event, at }: FileEvent) =>
    `第一处断开的记录：${taskEventNames[event] ?? event}，${fullDay(beijingDay(at))} ${beijingTime(at)}`,
  printed: (place: number, count: number) => {
    if (place === 0) return '卷宗上的指纹不在这份存证里'
    const more = count - place
    return more === 0
      ? '卷宗上的指纹就是最后一条'
      : `卷宗上的指纹是第${place}条，做卷宗以后又有${more}条`
  },
  limit: '核对能发现改动，拦不住改动。',
  head: '最后一条的指纹',
} as const
