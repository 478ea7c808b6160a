import type { CallRecord } from '../functions/function-runner'
import type { StoredFile } from '../storage/file-store'
import type { MessageOfDay } from '../wechat/message-ledger'
import type { AnsweredRequest } from '../wire/admin-listener'
import { html } from './html'
import type { Html } from './html'
import type { QueryTotals } from './query-log'
import type { RefusalAt } from './refusal-log'
import { table } from './table'
import { beijingTime, bytes, duration } from './words'

/** A query that reads so much more than it returns wants an index. */
const WASTEFUL = 10

const readText = ({ examined, returned }: QueryTotals) => {
  const text = `读 ${examined}，得 ${returned}`
  const wasteful = examined > 100 && examined > returned * WASTEFUL
  return wasteful ? html`<span class="chip slow">${text}，缺索引？</span>` : text
}

export const queriesView = (queries: readonly QueryTotals[]): Html =>
  table(
    '同一形状的查询合为一行，最慢的在前',
    [
      { title: '查询', cell: ({ operation, shape }) => html`<code>${operation} ${shape}</code>` },
      { title: '找法', cell: ({ plan }) => html`<code>${plan}</code>` },
      { title: '读取最多', cell: readText },
      { title: '次数', number: true, cell: ({ times }) => times },
      { title: '平均', number: true, cell: ({ totalMs, times }) => duration(totalMs / times) },
      { title: '最慢', number: true, cell: ({ worstMs }) => duration(worstMs) },
    ],
    queries,
    '启动后还没有查询。',
  )

const SOURCES: Record<CallRecord['source'], string> = {
  person: '用户',
  push: '微信推送',
  timer: '定时器',
  server: '程序',
}

export const callsView = (calls: readonly CallRecord[]): Html =>
  table(
    '最近的函数调用，新的在前。是谁调用的不作记录；请求号与日志每行开头的相同',
    [
      { title: '时间', cell: ({ at }) => beijingTime(at) },
      { title: '函数', cell: (call) => html`<code>${call.function}</code>` },
      { title: '来源', cell: ({ source }) => SOURCES[source] },
      { title: '请求号', cell: ({ requestId }) => html`<code>${requestId.slice(0, 8)}</code>` },
      { title: '用时', number: true, cell: ({ ms }) => duration(ms) },
      {
        title: '启动',
        cell: ({ cold, loadMs }) => (cold ? `冷启动 ${duration(loadMs ?? 0)}` : '热'),
      },
      {
        title: '结果',
        cell: ({ failure }) =>
          failure === null ? '成功' : html`<span class="chip bad">失败</span> ${failure}`,
      },
    ],
    calls,
    '还没有函数调用。',
  )

export const requestsView = ({
  requests,
  latest,
}: {
  requests: number
  latest: readonly AnsweredRequest[]
}): Html =>
  table(
    `共 ${requests} 次请求，最近的在前`,
    [
      { title: '请求', cell: ({ action, target }) => html`<code>${action} ${target}</code>` },
      { title: '用时', number: true, cell: (asked) => duration(asked.endedAt - asked.beganAt) },
      { title: '收到', number: true, cell: ({ bytesIn }) => bytes(bytesIn) },
      { title: '发出', number: true, cell: ({ bytesOut }) => bytes(bytesOut) },
    ],
    latest,
    '启动后还没有请求。',
  )

export const messagesView = (messages: readonly MessageOfDay[]): Html =>
  table(
    '发出的订阅消息，新的在前。发给谁、几点发的不在这里显示',
    [
      { title: '日期', cell: ({ day }) => day },
      { title: '模板', cell: ({ title }) => title },
      {
        title: '内容',
        cell: ({ fields }) => fields.map(({ label, value }) => html`<div>${label}：${value}</div>`),
      },
      { title: '打开', cell: ({ page }) => (page ? html`<code>${page}</code>` : '') },
    ],
    messages,
    '还没有发出消息。用户同意订阅之后才发得出。',
  )

export const filesView = (files: readonly StoredFile[]): Html =>
  table(
    `${files.length} 个文件，新的在前`,
    [
      { title: '路径', cell: ({ path }) => path },
      { title: '类型', cell: ({ contentType }) => html`<code>${contentType}</code>` },
      { title: '大小', number: true, cell: ({ size }) => bytes(size) },
      { title: '上传时间', cell: ({ uploadedAt }) => beijingTime(uploadedAt) },
    ],
    files,
    '还没有上传文件。',
  )

export const refusalsView = (refusals: readonly RefusalAt[]): Html =>
  table(
    '最近被拒绝的请求，新的在前',
    [
      { title: '时间', cell: ({ at }) => beijingTime(at) },
      {
        title: '请求',
        cell: ({ action, target }) => html`<code>${action || '（无）'} ${target}</code>`,
      },
      { title: '代码', cell: ({ code }) => html`<span class="chip bad">${code}</span>` },
      { title: '说明', cell: ({ message }) => message },
    ],
    refusals,
    '没有被拒绝的请求。',
  )
