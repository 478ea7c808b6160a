/** Read before the program has arrived: part of the first document, so they cost no second request. */
export const firstWords = {
  name: '整改通',
  title: '督察整改，办到哪里看得见',
  opening: '正在打开。网络慢时要等十几秒。',
  late: '还没打开。请看看网络，再试一次。',
  again: '再试一次',
  report: '反映环境问题',
  tasks: '看整改任务',
  lookUp: '用查询码查办理进度',
  noScript:
    '这个网页要允许运行脚本（JavaScript）才能用。请在浏览器设置里打开，或者在微信里搜索“整改通”小程序。',
}

/** An address that leads nowhere. */
export const notFoundWords = {
  title: '没有这一页',
  line: '网址可能没有复制全，或者这一页已经换了地方。',
  home: '回首页',
  tasks: '看整改任务',
  report: '反映环境问题',
}
