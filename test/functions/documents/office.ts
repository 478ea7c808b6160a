import type { ActionInput, ActionName, ActionOutput } from '@/contract/actions'
import type { TestApp } from '../../support/app'
import type { ColleagueName, Organization } from '../../support/organization'

/** One labelled task; every field whole. */
export const item = (number: string, change: { unit?: string; due?: string } = {}): string =>
  [
    `${number}、石湖镇第${number}处生活污水直排。`,
    '反馈问题:污水未经处理排入小东江。',
    `责任单位:${change.unit ?? '市住房城乡建设局'}`,
    '整改目标:完成截污。',
    '整改措施:建设截污管。',
    `整改时限:${change.due ?? '2020年12月31日前'}`,
  ].join('\n')

const chinese = '一二三四五六七八九十'
const numeral = (value: number): string => {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  if (tens === 0) return chinese[ones - 1]!
  return `${tens === 1 ? '' : chinese[tens - 1]}十${ones === 0 ? '' : chinese[ones - 1]}`
}

export const listOf = (items: readonly string[]): string =>
  `茂名市整改措施清单\n\n${items.join('\n\n')}\n`

/** A whole list of `length` tasks. */
export const longList = (length: number): string =>
  listOf(Array.from({ length }, (_, index) => item(numeral(index + 1))))

/** What the office does with lists, as one of the colleagues. */
export const openOffice = (app: TestApp, organization: Organization) => {
  const as = (name: ColleagueName) => organization[name]
  const ok = <N extends ActionName>(
    name: ColleagueName,
    action: N,
    input: ActionInput<N>,
  ): Promise<ActionOutput<N>> => app.ok(as(name).openid, action, input, { actAs: as(name).actAs })
  const refusal = <N extends ActionName>(name: ColleagueName, action: N, input: ActionInput<N>) =>
    app.refusal(as(name).openid, action, input, { actAs: as(name).actAs })

  const upload = async (name: ColleagueName, fileName: string, bytes: Buffer, size?: number) => {
    const announced = { fileName, size: size ?? bytes.length }
    const { target } = await ok(name, 'documents.prepareUpload', announced)
    await app.put(target, bytes)
    return target.fileId
  }

  return {
    ok,
    refusal,
    upload,
    /** Uploads and reads a list. */
    read: async (
      name: ColleagueName,
      text: string,
      fileName = '清单.txt',
      roundName = '回头看',
    ) => {
      const fileId = await upload(name, fileName, Buffer.from(text))
      return ok(name, 'documents.startImport', { fileId, fileName, roundName })
    },
    /** The code with which reading is refused. */
    unreadable: async (bytes: Buffer, fileName: string) => {
      const fileId = await upload('coordinator', fileName, bytes)
      const input = { fileId, fileName, roundName: '回头看' }
      return refusal('coordinator', 'documents.startImport', input)
    },
    confirmAll: async (name: ColleagueName, batchId: string, drafts: number) => {
      for (let index = 0; index < drafts; index += 1)
        await ok(name, 'documents.confirmDraft', { batchId, index })
    },
  }
}

export type Office = ReturnType<typeof openOffice>
