/** Lints the files named on standard input and prints, as JSON, what each of them got. */
import { text } from 'node:stream/consumers'
import { ESLint } from 'eslint'
import path from 'node:path'

const root = process.cwd()
const names = JSON.parse(await text(process.stdin))
const eslint = new ESLint({ cwd: root })
const results = await eslint.lintFiles(names)
const formatter = await eslint.loadFormatter('stylish')
const withErrors = ESLint.getErrorResults(results)
process.stdout.write(
  JSON.stringify({
    errors: withErrors.length > 0 ? await formatter.format(withErrors) : '',
    files: results.map(({ filePath, errorCount, messages }) => ({
      name: path.relative(root, filePath).replaceAll(path.sep, '/'),
      errors: errorCount,
      warnings: messages
        .filter(({ severity }) => severity === 1)
        .map(({ line, message }) => `${line} ${message}`),
    })),
  }),
)
