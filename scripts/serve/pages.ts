/** The few pages of one machine: forms without scripts, so that any browser can sign in. */
import type { Account } from './accounts'
import { words } from './words'

const escaped = (text: string) =>
  text.replaceAll(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)

const style = `body{font:18px/1.6 sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1d2421}
h1{font-size:1.4rem}label{display:block;margin:1rem 0 .3rem}
input{font:inherit;width:100%;box-sizing:border-box;padding:.6rem;border:1px solid #5b6661;border-radius:6px}
button{font:inherit;min-height:48px;padding:0 1.2rem;border:0;border-radius:6px;background:#14633c;color:#fff}
.row{display:flex;gap:1rem;align-items:center;justify-content:space-between;border-top:1px solid #dfe4e1;padding:.8rem 0}
.row form{display:inline}.said{background:#eaf3ee;padding:.8rem;border-radius:6px}.no{background:#fbeaea}`

const page = (title: string, body: string) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title} · ${words.title}</title>` +
  `<meta name="viewport" content="width=device-width,initial-scale=1"><style>${style}</style></head>` +
  `<body><h1>${title}</h1>${body}<p>${words.noMessages}</p><p><a href="/">${words.home}</a></p></body></html>`

const said = (text: string | null, isRefusal = false) =>
  text === null
    ? ''
    : `<p class="said${isRefusal ? ' no' : ''}" role="${isRefusal ? 'alert' : 'status'}">${escaped(text)}</p>`

const post = (action: string, label: string) =>
  `<form method="post" action="${action}"><button>${label}</button></form>`

const field = (id: string, label: string, more: string) =>
  `<label for="${id}">${label}</label><input id="${id}" name="${id}" required ${more}>`

/** @param refused shown when the last attempt was none */
export const signInPage = (account: Account | null, refused: boolean): string =>
  page(
    words.signIn,
    account
      ? said(words.signedIn(account.name)) + post('/serve/sign-out', words.signOut)
      : said(refused ? words.refused : null, true) +
          `<form method="post" action="/serve/sign-in">` +
          field('number', words.number, 'inputmode="numeric" autocomplete="username"') +
          field('code', words.code, 'autocomplete="one-time-code" autocapitalize="characters"') +
          `<p>${words.signInHint}</p><button>${words.submit}</button></form>`,
  )

const row = (account: Account, now: number) => {
  const isIn = account.sessions.some(({ until }) => until > now)
  const about = `${escaped(account.name)}（${account.number}，${isIn ? words.online : words.offline}）`
  const path = `/serve/accounts/${account.number}`
  return `<div class="row"><span>${about}</span><span>${post(`${path}/code`, words.give)} ${post(`${path}/end`, words.end)}</span></div>`
}

/** @param done what was just done, e.g. the code that is shown once */
export const accountsPage = (
  accounts: readonly Account[],
  now: number,
  done: string | null,
): string =>
  page(
    words.accounts,
    said(done) +
      `<p>${words.accountsHint}</p>` +
      accounts.map((account) => row(account, now)).join('') +
      `<form method="post" action="/serve/accounts">` +
      field('name', words.name, 'maxlength="40"') +
      `<p><button>${words.add}</button></p></form>`,
  )
