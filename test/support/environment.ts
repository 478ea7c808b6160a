/** What a deployment sets in its environment; stand-in values for tests. */
export const administratorOpenid = 'openid-first-administrator'

export const testEnvironment = {
  IDENTITY_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
  FIRST_ADMINISTRATOR: administratorOpenid,
  HOST_NAME: '茂名市生态环境局',
  CITY_NAME: '茂名市',
  CITY_REGION: '440900',
  FILING_NUMBER: '粤ICP备00000000号-1X',
  COMPLAINT_PHONE: '12345',
  TEMPLATE_ANSWER_READY: 'local-template-answer-ready',
  TEMPLATE_DEADLINE: 'local-template-deadline',
  TEMPLATE_TIMELINE: 'local-template-timeline',
  WECHAT_APPID: 'wx0000000000local',
  WECHAT_SECRET: 'local-secret',
  MINI_PROGRAM_STATE: 'developer',
} as const
