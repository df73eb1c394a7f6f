// Texts from standard input, a JSON array of [language, text]; on standard output the words that the page's audit makes of each.
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { readFileSync } from 'node:fs'

const report = resolve(process.argv[2])
const { buildSync } = createRequire(resolve(report, 'package.json'))('esbuild')
const { outputFiles: [bundle] } = buildSync({
  absWorkingDir: report, entryPoints: ['src/audit/words.js'], bundle: true, format: 'esm', write: false,
})
const { words } = await import(`data:text/javascript;base64,${Buffer.from(bundle.contents).toString('base64')}`)
console.log(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(([language, text]) => words(text, language))))
