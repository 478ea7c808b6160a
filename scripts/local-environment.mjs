/**
 * What a deployment sets in its environment, for the one-machine system: stand-in ids and a
 * key that is made at the first start and kept outside the data folder and every export.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { writeWhole } from './write-whole.mjs'

export const firstAdministrator = 'local-administrator'

const settings = {
  FIRST_ADMINISTRATOR: firstAdministrator,
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
}

/** What WeChat pushes, and the function that takes it: set by hand in the console of a real environment. */
export const pushes = [
  ['subscribe_msg_popup_event', 'notifier'],
  ['subscribe_msg_change_event', 'notifier'],
  ['subscribe_msg_sent_event', 'notifier'],
  ['wxa_media_check', 'feedback'],
]

const newKeys = () => `local:${randomBytes(32).toString('base64')}`

/** @param keyFile where the key lives, or null for one that dies with the process */
export const localEnvironment = (keyFile) => {
  if (!keyFile) return { ...settings, IDENTITY_KEYS: newKeys() }
  if (!existsSync(keyFile)) writeWhole(keyFile, newKeys())
  return { ...settings, IDENTITY_KEYS: readFileSync(keyFile, 'utf8').trim() }
}
