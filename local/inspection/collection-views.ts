import type { CollectionPage, ListedCollection, ListedIndex } from './collections'
import { PAGE, documentText } from './collections'
import { html } from './html'
import type { Html } from './html'
import { table } from './table'
import { bytes } from './words'

const address = (name: string) => `/_local/inspect/collections/${encodeURIComponent(name)}`

const indexText = ({ name, keys, unique }: ListedIndex) =>
  html`<div>
    <code>${name}</code> ${keys}${unique ? html` <span class="chip">唯一</span>` : ''}
  </div>`

export function collectionsView(collections: readonly ListedCollection[]): Html {
  return html`${table(
      `${collections.length} 个集合`,
      [
        {
          title: '集合',
          cell: ({ name }) => html`<a href="${address(name)}">${name}</a>`,
        },
        { title: '文档', number: true, cell: ({ documents }) => documents },
        { title: '约占', number: true, cell: (row) => bytes(row.bytes) },
        {
          title: '索引',
          cell: ({ indexes }) =>
            indexes.length === 0
              ? html`<span class="hint">只有 _id</span>`
              : indexes.map(indexText),
        },
      ],
      collections,
      '还没有集合。用 --schema 声明，或由程序调用 createCollection 建立。',
    )}
    <div class="card">
      <h2>整库备份</h2>
      <p>
        除会话和密钥外的全部数据装进一个文件，可用 <code>local-cloud restore</code> 恢复到空文件夹。
        其中有消息的收件人，能看出谁反映了什么，不要外传。
      </p>
      <p><a href="/_local/archive" download>下载备份</a></p>
    </div>`
}

const link = ({ name, filter }: CollectionPage, skip: number, text: string) =>
  html`<a href="${address(name)}?filter=${encodeURIComponent(filter)}&skip=${skip}">${text}</a>`

export function collectionView(page: CollectionPage): Html {
  const { name, filter, fault, found, skip, more, documents, indexes } = page
  return html`<p>
      共 ${documents} 条，约 ${bytes(page.bytes)}。
      <a href="/_local">返回全部集合</a>
    </p>
    <div class="card">${indexes.length === 0 ? '没有声明索引。' : indexes.map(indexText)}</div>
    <form class="card" method="get" action="${address(name)}">
      <label for="filter">条件（JSON，留空为全部）</label>
      <textarea
        id="filter"
        name="filter"
        rows="3"
        spellcheck="false"
        ${fault ? html`aria-invalid="true" aria-describedby="fault"` : ''}
        placeholder='{"state": "open", "due": {"$lt": {"$date": "2026-01-01T00:00:00Z"}}}'
      >
${filter}</textarea>
      ${fault ? html`<p class="fault" id="fault" role="alert">${fault}</p>` : ''}
      <p><button>查找</button></p>
    </form>
    ${found.length === 0 && !fault ? html`<p class="empty">没有符合条件的文档。</p>` : ''}
    ${found.map((document) => html`<pre class="card">${documentText(document)}</pre>`)}
    <p class="pages">
      ${skip > 0 ? link(page, Math.max(0, skip - PAGE), '上一页') : ''}
      ${more ? link(page, skip + PAGE, '下一页') : ''}
    </p>`
}
