/** What is uploaded and what is new in it, as the changelog's first section says. */
import { DeployError } from '../deploy/deploy-error.mjs'

/** What the console of WeChat shows beside a version without cutting it. */
const mostCharacters = 200

const bulletsIn = (section) =>
  section
    .replaceAll(/\n {2,}/g, ' ')
    .split('\n')
    .filter((line) => line.startsWith('- '))
    .map((line) => line.slice(2).trim())

/** Whole points, as many as there is room for. */
const summary = (bullets) => {
  let text = ''
  for (const bullet of bullets) {
    const longer = text ? `${text} ${bullet}` : bullet
    if (longer.length > mostCharacters - 2) return `${text} …`
    text = longer
  }
  return text
}

/**
 * @param {string} changelog
 * @param {string} version of the package
 * @returns {{version: string, description: string}}
 * @throws DeployError `UPLOAD.CHANGELOG` when the newest section is not of this version
 */
export const releaseNotes = (changelog, version) => {
  const [, section = ''] = changelog.split(/^## /m)
  const named = /^\d+\.\d+\.\d+/.exec(section)?.[0]
  const bullets = bulletsIn(section)
  if (named !== version || bullets.length === 0)
    throw new DeployError(
      'UPLOAD.CHANGELOG',
      `CHANGELOG.md 最上面一节写的是 ${named ?? '（没有版本）'}，package.json 是 ${version}，请先写明这一版改了什么`,
    )
  return { version, description: summary(bullets) }
}
