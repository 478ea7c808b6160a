/** Debian's Chromium and a Chinese font, for the browser tests. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const hasBrowser = () => browsers.some(existsSync)
const hasChineseFont = () => {
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim().length > 0
}

const missing = () => [
  ...(hasBrowser() ? [] : ['chromium']),
  ...(hasChineseFont() ? [] : ['fontconfig', 'fonts-noto-cjk']),
]

/** @returns false when both were there */
export const ensureBrowser = () => {
  const packages = missing()
  if (packages.length === 0) return false
  const command = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    try {
      execFileSync('sh', ['-c', command], {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    } catch (error) {
      throw new Error(`安装没有成功 (failed): ${command}\n${error.stderr ?? ''}`)
    }
  }
  if (missing().length > 0)
    throw new Error(
      `浏览器测试还缺少软件，请先执行。The browser tests need, please run: sudo sh -c "${command}"`,
    )
  return true
}
