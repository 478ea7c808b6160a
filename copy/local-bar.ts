import type { MessageTemplate } from '@/domain/reminder/template'

/** Words of the local demonstration's bar; in no deployed build. */
export const localBarWords = {
  strip: '本地演示',
  open: '打开演示工具',
  title: '本地演示工具',
  nobody: '未登录的群众',
  stranger: '没有名字的群众',
  tabs: { people: '换身份', clock: '改时间', messages: '消息盒' },
  peopleLine: '换一个人来看。只在本机有效。',
  newStranger: '新来的群众（没有任何身份）',
  clockLine: '时间只能往前走。走到的每一天，到期提醒和公示都会照常发生。',
  days: (days: number) => `往前${days}天`,
  until: '走到哪一天',
  go: '走到这一天',
  jumping: '正在走，请稍等',
  messagesLine: '微信会这样显示发出的订阅消息。',
  noMessages: '还没有发出过消息',
  unreachable: '演示服务没有应答',
  consentTitle: '整改通 申请',
  consentLine: '发送一次以下消息',
  allow: '允许',
  refuse: '取消',
}

export const templateTitles: Readonly<Record<MessageTemplate, string>> = {
  answerReady: '办理结果通知',
  deadline: '到期提醒',
  timeline: '商定时间通知',
}
