/** Style of the inspection page. System fonts and no pictures: nothing comes from elsewhere. */
export const style = `
:root { --ink: #1c2321; --ink-2: #5b6661; --line: #e3e8e5; --control: #7a8681; --page: #f5f7f6; --card: #fff;
  --primary: #1b7f4e; --primary-deep: #14633c; --tint: #e6f2eb; --amber: #8a5a00; --amber-tint: #fff3d1;
  --red: #b42318; --red-tint: #fdecea; --fill: #edf1ef; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.6 -apple-system, BlinkMacSystemFont,
  "PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
.wide { max-width: 1200px; margin: 0 auto; padding: 0 16px; }
header { background: var(--card); border-bottom: 1px solid var(--line); }
header .wide { padding-top: 12px; }
header p { margin: 0; color: var(--ink-2); font-size: 13px; }
.name { font-size: 19px; font-weight: 600; color: var(--ink); }
nav { display: flex; flex-wrap: wrap; gap: 0 4px; margin: 4px -10px 0; }
nav a { padding: 12px 10px; min-height: 48px; white-space: nowrap; color: var(--ink-2); text-decoration: none;
  border-bottom: 3px solid transparent; }
nav a[aria-current] { color: var(--primary-deep); font-weight: 600; border-color: var(--primary); }
main.wide { padding-top: 20px; padding-bottom: 48px; }
h1 { font-size: 22px; line-height: 1.36; margin: 0 0 12px; overflow-wrap: anywhere; }
h2 { font-size: 17px; margin: 24px 0 8px; }
a { color: var(--primary-deep); text-underline-offset: 3px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 16px; margin: 0 0 16px; }
.card > :first-child { margin-top: 0; }
.card > :last-child { margin-bottom: 0; }
.empty, .hint { color: var(--ink-2); }
.note { background: var(--tint); border-radius: 8px; padding: 8px 12px; }
.fault { background: var(--red-tint); color: var(--red); border-radius: 8px; padding: 8px 12px; }
table { width: 100%; border-collapse: collapse; background: var(--card); border: 1px solid var(--line);
  border-radius: 12px; border-spacing: 0; margin: 0 0 16px; }
caption { text-align: left; color: var(--ink-2); padding: 0 0 8px; }
th, td { text-align: left; padding: 10px 12px; border-top: 1px solid var(--line); vertical-align: top;
  overflow-wrap: anywhere; }
thead th { border-top: 0; color: var(--ink-2); font-weight: 600; font-size: 13px; white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
code, pre, textarea { font: 13px/1.6 ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.chip { display: inline-block; padding: 0 8px; border-radius: 8px; background: var(--fill); font-size: 13px; }
.chip.bad { background: var(--red-tint); color: var(--red); }
.chip.slow { background: var(--amber-tint); color: var(--amber); }
label { display: block; font-weight: 600; margin: 0 0 4px; }
input, select, textarea { font: inherit; width: 100%; max-width: 480px; min-height: 48px; padding: 8px 12px;
  border: 1px solid var(--control); border-radius: 8px; background: #fff; color: inherit; }
textarea { max-width: none; }
input[type=checkbox] { width: 24px; min-height: 24px; height: 24px; vertical-align: middle; margin: 0 8px 0 0; }
button { white-space: nowrap; font: inherit; font-weight: 600; min-height: 48px; padding: 8px 20px; border: 0; border-radius: 12px;
  background: var(--primary); color: #fff; cursor: pointer; }
button.quiet { background: var(--card); color: var(--primary-deep); border: 1px solid var(--control); }
.row { display: grid; grid-template-columns: repeat(auto-fit, minmax(240px, 1fr)); gap: 0 16px; }
form.inline { display: inline-block; margin: 0 8px 8px 0; }
.field { margin: 0 0 12px; }
:focus-visible { outline: 3px solid #1d5fbf; outline-offset: 2px; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 16px; top: 8px; background: #fff; padding: 8px 12px; z-index: 1; }
.pages { display: flex; gap: 16px; }
.pages a { padding: 12px 0; min-height: 48px; }
@media (max-width: 720px) {
  table, tbody, tr, td, caption { display: block; width: 100%; }
  thead { position: absolute; left: -9999px; }
  table { border: 0; background: none; }
  tr { background: var(--card); border: 1px solid var(--line); border-radius: 12px; margin: 0 0 12px; padding: 4px 0; }
  td, td.number { display: flex; gap: 12px; border: 0; padding: 6px 16px; text-align: left; white-space: normal; }
  td::before { content: attr(data-title); flex: 0 0 84px; color: var(--ink-2); font-size: 13px; line-height: 24px; }
}
`
