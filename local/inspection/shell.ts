import { html } from './html'
import type { Html } from './html'
import { beijingTime } from './words'

export interface Shell {
  /** Path of the view that is shown, for the navigation. */
  current: string
  title: string
  now: number
  /** With `--control`: faults can be switched on. */
  control: boolean
  /** What the last form did. */
  said?: string | undefined
}

const VIEWS: ReadonlyArray<readonly [path: string, name: string, controlOnly?: boolean]> = [
  ['/_local', '数据'],
  ['/_local/inspect/queries', '慢查询'],
  ['/_local/inspect/calls', '函数调用'],
  ['/_local/inspect/requests', 'SDK 请求'],
  ['/_local/inspect/messages', '消息'],
  ['/_local/inspect/timers', '时钟和定时器'],
  ['/_local/inspect/files', '文件'],
  ['/_local/inspect/refusals', '拒绝记录'],
  ['/_local/inspect/faults', '故障', true],
]

/** The page around a view. Everything works without a script. */
export function page({ current, title, now, control, said }: Shell, body: Html): string {
  const views = VIEWS.filter(([, , controlOnly]) => control || !controlOnly)
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · 本地云</title>
        <link rel="stylesheet" href="/_local/inspect/style.css" />
      </head>
      <body>
        <a class="skip" href="#main">跳到正文</a>
        <header>
          <div class="wide">
            <p><span class="name">本地云检查页</span></p>
            <p>只在本机可见，供开发用。页面显示库里的原文，可能含个人信息，请勿截图外传。</p>
            <p>本地时钟 ${beijingTime(now)}</p>
            <nav aria-label="检查项">
              ${views.map(
                ([path, name]) =>
                  html`<a href="${path}" ${path === current ? html`aria-current="page"` : ''}
                    >${name}</a
                  >`,
              )}
            </nav>
          </div>
        </header>
        <main id="main" class="wide">
          <h1>${title}</h1>
          ${said ? html`<p class="note" role="status">${said}</p>` : ''} ${body}
        </main>
      </body>
    </html>`.text
}
