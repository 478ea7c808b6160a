const NUMBERS = ['ms', 'errcode', 'probability', 'times']
const FIELDS = ['kind', 'action', 'ms', 'when', 'code', 'errcode', 'probability', 'times']
const DISK = ['slow-disk', 'full-disk']

/** A fault rule from the fields of the page's form: what was left empty is not named. */
export function readRule(form: Readonly<Record<string, string>>): Record<string, unknown> {
  const rule: Record<string, unknown> = {}
  for (const name of FIELDS) {
    const text = form[name]?.trim()
    if (text) rule[name] = NUMBERS.includes(name) ? Number(text) : text
  }
  if (DISK.includes(String(rule.kind))) rule.action ??= 'disk'
  return rule
}
