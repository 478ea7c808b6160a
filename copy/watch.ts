import { isKeyOf } from '@/domain/known'
import { type AlarmKind, mostWaiting } from '@/domain/operations/watch'
import { messageTemplateNames } from './template-names'
import { moment } from './moment'

/** A template by the name it has in WeChat's console; the code's own for one that is none of ours. */
const templateName = (name: string) =>
  isKeyOf(messageTemplateNames, name) ? messageTemplateNames[name] : name

/** What a function is for, beside the name it has in the console. */
const functionNames: Readonly<Record<string, string>> = {
  task: '任务',
  feedback: '群众反映',
  enterprise: '商定时间',
  notifier: '消息提醒',
}

const functionName = (name: string) =>
  name in functionNames ? `${functionNames[name]}（${name}）` : name

const alarms: Readonly<Record<AlarmKind, (about: string) => string>> = {
  credentials: () => '微信不认小程序的 AppSecret，消息发不出去。请到公众平台核对后重新部署',
  addressNotAllowed: () => '云函数的出口地址不在微信的白名单里，消息发不出去。请到公众平台加上',
  quotaUsed: () => '今天的微信接口次数用完了，明天会接着发',
  templateUnknown: (about) => `微信不认“${templateName(about)}”的模板编号，请核对后重新部署`,
  timerLate: (about) => `定时任务“${functionName(about)}”没有按时运行，请到云开发控制台查看`,
}

const units = ['B', 'KB', 'MB', 'GB'] as const

const bytes = (count: number): string => {
  let size = count
  let unit = 0
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024
    unit += 1
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${units[unit]}`
}

/** 系统运行: what the administrator watches. */
export const watchWords = {
  title: '系统运行',
  line: '只有次数和代码，没有人和事。',
  fine: '没有要处理的',
  alarm: (kind: AlarmKind, about: string | null) => alarms[kind](about ?? ''),
  told: (city: string, kind: AlarmKind, about: string | null) =>
    `【整改通·${city}】${alarms[kind](about ?? '')}。详情请系统管理员看“待办 → 单位和人员 → 系统运行”。今天不再重复提醒。`,
  last: (at: number | null) => (at === null ? '从未运行' : moment(at)),
  functionName,
  timers: '定时任务',
  every: (minutes: number) => `每${minutes}分钟一次`,
  late: '没有按时',
  backlog: '积压',
  outbox: '等着做成消息的通知',
  pending: '等着发的消息',
  stuck: (count: number) =>
    count === 0
      ? '都在等时间'
      : `其中${count < mostWaiting ? count : `${mostWaiting}多`}条一小时前就能发`,
  count: (count: number) => `${count}次`,
  items: (count: number) => (count < mostWaiting ? `${count}条` : `${mostWaiting}条以上`),
  spent: '用掉的订阅（已发出）',
  failed: '没发出的消息',
  send: (code: string, template: string) => `${code} ${templateName(template)}`,
  errors: '没办成的请求',
  none: '最近七天没有',
  storage: '文件占用',
  bytes: (count: number | null) => (count === null ? '还没有统计' : bytes(count)),
} as const
