import type { ListedFault } from '../faults/fault-list'
import { FAULT_KINDS } from '../faults/fault-rule'
import type { FaultKind } from '../faults/fault-rule'
import type { ListedTimer } from '../functions/timer-schedule'
import { html } from './html'
import type { Html } from './html'
import { table } from './table'
import { beijingTime, fieldTime } from './words'

const KINDS: Record<FaultKind, string> = {
  delay: '延迟',
  drop: '断开连接',
  error: '返回错误码',
  conflict: '事务冲突',
  'slow-disk': '磁盘变慢',
  'full-disk': '磁盘写满',
}

const fireButton = ({ functionName, trigger }: ListedTimer, times: number, text: string) =>
  html`<form class="inline" method="post" action="/_local/inspect/timers">
    <input type="hidden" name="function" value="${functionName}" />
    <input type="hidden" name="trigger" value="${trigger}" />
    <input type="hidden" name="times" value="${times}" />
    <button class="quiet" aria-label="${`${text} ${functionName}.${trigger}`}">${text}</button>
  </form>`

/** @param control whether timers can be fired by hand */
export function clockView(now: number, timers: readonly ListedTimer[], control: boolean): Html {
  return html`<form class="card" method="post" action="/_local/inspect/clock">
      <p>现在是 ${beijingTime(now)}（北京时间）。拨快时，期间到点的定时器会依次运行。</p>
      <div class="field">
        <label for="to">拨到（北京时间）</label>
        <input
          id="to"
          name="to"
          type="datetime-local"
          required
          value="${fieldTime(now)}"
          min="${fieldTime(now)}"
        />
      </div>
      <p>
        <label
          ><input
            type="checkbox"
            name="sure"
            value="yes"
            required
          />我知道时钟只能往前，拨过去就回不来</label
        >
      </p>
      <button>拨快时钟</button>
    </form>
    ${table(
      '定时器（北京时间）',
      [
        {
          title: '定时器',
          cell: ({ functionName, trigger }) => html`<code>${functionName}.${trigger}</code>`,
        },
        { title: '规则', cell: ({ cron }) => html`<code>${cron}</code>` },
        { title: '下次运行', cell: ({ next }) => (next === null ? '不再运行' : beijingTime(next)) },
        ...(control
          ? [
              {
                title: '操作',
                cell: (timer: ListedTimer) =>
                  html`${fireButton(timer, 1, '立即运行')} ${fireButton(timer, 2, '连运行两次')}`,
              },
            ]
          : []),
      ],
      timers,
      '没有函数声明定时器。',
    )}`
}

function faultText(fault: ListedFault): string {
  const { kind, action, ms, when, code, message, errcode, errmsg } = fault
  const name = KINDS[kind]
  if (kind === 'delay' || kind === 'slow-disk') return `${name} ${ms} 毫秒`
  if (kind === 'drop') return `${name}，${when === 'before' ? '请求丢失' : '应答丢失'}`
  if (kind !== 'error') return name
  const said = action.startsWith('wechat.') ? `${errcode}：${errmsg}` : `${code}：${message}`
  return `${name} ${said}${when === 'after' ? '（事已办完）' : ''}`
}

const field = (name: string, label: string, rest: Html) =>
  html`<div class="field"><label for="${name}">${label}</label>${rest}</div>`

const form = html`<form class="card" method="post" action="/_local/inspect/faults">
  <h2>添加故障</h2>
  <div class="row">
    ${field(
      'kind',
      '种类',
      html`<select id="kind" name="kind">
        ${FAULT_KINDS.map((kind) => html`<option value="${kind}">${KINDS[kind]}</option>`)}
      </select>`,
    )}
    ${field(
      'action',
      '打在哪里（磁盘故障留空）',
      html`<input id="action" name="action" placeholder="database.*" />`,
    )}
    ${field('ms', '毫秒（延迟、变慢）', html`<input id="ms" name="ms" inputmode="numeric" />`)}
    ${field(
      'when',
      '什么时候（断开、错误码）',
      html`<select id="when" name="when">
        <option value="">不适用</option>
        <option value="before">办事之前，什么也没发生</option>
        <option value="after">办完之后，只丢应答</option>
      </select>`,
    )}
    ${field('code', '错误码', html`<input id="code" name="code" placeholder="SYS_ERR" />`)}
    ${field('errcode', '微信错误码', html`<input id="errcode" name="errcode" placeholder="-1" />`)}
    ${field(
      'probability',
      '概率（0 到 1）',
      html`<input id="probability" name="probability" inputmode="decimal" placeholder="1" />`,
    )}
    ${field('times', '最多几次', html`<input id="times" name="times" inputmode="numeric" placeholder="不限" />`)}
  </div>
  <button>添加</button>
</form>`

/** @param fault why the last rule was refused */
export function faultsView(faults: readonly ListedFault[], fault: string | null): Html {
  return html`${fault ? html`<p class="fault" role="alert">${fault}</p>` : ''}
  ${table(
    '正在生效的故障',
    [
      { title: '位置', cell: ({ action }) => html`<code>${action}</code>` },
      { title: '故障', cell: faultText },
      { title: '概率', number: true, cell: ({ probability }) => probability },
      { title: '已打', number: true, cell: ({ struck, asked }) => `${struck} / ${asked}` },
      {
        title: '操作',
        cell: ({ id }) =>
          html`<form class="inline" method="post" action="/_local/inspect/faults">
            <input type="hidden" name="remove" value="${id}" />
            <button class="quiet" aria-label="移除 ${id}">移除</button>
          </form>`,
      },
    ],
    faults,
    '没有故障，一切照常。',
  )}
  ${form}`
}
