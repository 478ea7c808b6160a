/** Pages of a browser without WeChat: a county office's own machine. */
export const oneMachineWords = {
  noMessages: '这里没有微信消息',
  noMessagesLine: '到期的事看“待办”，其他人由办公室按电话名单打电话',
  signIn: '工作人员登录和退出',
} as const
