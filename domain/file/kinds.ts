/** What may be uploaded, by what it is for. */
export const uploadKindNames = [
  'photo', // 照片 of a report or an answer
  'voice', // 语音 of a report
  'list', // 清单 to be read into drafts
  'roster', // 行政区划、单位、人员 from Excel: read once, attached to nothing
  'siteList', // 点位清单 from Excel: read once, attached to nothing
  'plan', // 技术方案 of an enterprise
  'evidence', // 佐证: photos and papers that prove a part done
  'minutes', // 会议纪要 of a village's meeting
  'signedScan', // 签字盖章扫描件
  'visitRecord', // 现场检查记录 and photos of a visit to a firm
] as const
export type UploadKindName = (typeof uploadKindNames)[number]

export const pictureTypes = ['jpg', 'png', 'webp'] as const
export const soundTypes = ['mp3', 'aac', 'm4a', 'webm'] as const
export const paperTypes = ['pdf', 'docx', 'xlsx', 'doc', 'xls', 'txt'] as const

/** Every type of file that anybody may hand in, by the ending of its name. */
export const fileTypes = [...pictureTypes, ...soundTypes, ...paperTypes] as const
export type FileTypeName = (typeof fileTypes)[number]

/** What proves that a part is done. */
export const evidenceTypes = [
  ...pictureTypes,
  'pdf',
  'docx',
  'xlsx',
  'doc',
  'xls',
] as const satisfies readonly FileTypeName[]
