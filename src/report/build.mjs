// One template out of many files: bundles script and styles, inlines them, and allows exactly that script by its hash.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { build } from 'esbuild'

const target = resolve(process.argv[2])
const here = import.meta.dirname ?? dirname(new URL(import.meta.url).pathname)
const read = (path) => readFileSync(resolve(here, path), 'utf8')

const bundled = await build({
  absWorkingDir: here, entryPoints: ['src/main.js'],
  bundle: true, minify: true, format: 'iife', target: 'es2022',
  charset: 'utf8', legalComments: 'none', write: false, logLevel: 'warning',
})
const styled = await build({
  absWorkingDir: here, stdin: { contents: read('styles/all.css'), loader: 'css', resolveDir: resolve(here, 'styles') },
  bundle: true, minify: true, target: 'es2022',
  charset: 'utf8', loader: { '.woff2': 'dataurl' }, write: false, logLevel: 'warning',
})
const script = bundled.outputFiles[0].text.trim()
const styles = styled.outputFiles[0].text.trim()
const policy = [
  "default-src 'none'",
  `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  "style-src 'nonce-narration'", // wavesurfer writes a sheet of its own into each shadow root
  "img-src data:",
  "font-src data:",
  "media-src 'self' file: blob:",
  'connect-src blob:', // wavesurfer reads a spectrogram by fetch, from memory
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
const licences = [['wavesurfer.js', 'wavesurfer.js'], ['n2words', 'n2words'], ['Temml', 'temml'], ['Inter', '@fontsource-variable/inter']]
  .map(([name, folder]) => `${name}\n${read(`node_modules/${folder}/LICENSE`).trim().replaceAll('--', '- -')}`).join('\n\n')

const page = read('index.html')
  .replace('/*policy*/', () => policy)
  .replace('/*styles*/', () => styles)
  .replace('/*script*/', () => script)
  .replace('<!doctype html>', () => `<!doctype html>\n<!--\nMade by FlamingHorse.Narration. Inside are:\n\n${licences}\n-->`)
mkdirSync(dirname(target), { recursive: true })
writeFileSync(target, page)
console.log(`${target}: ${Math.round(Buffer.byteLength(page) / 1024)} KiB`)
