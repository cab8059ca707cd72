// The first thing every command runs: brings the packages in with nothing but Node 20 and npm. So this file is
// plain JavaScript and imports nothing that has to be installed; after it, commands run on the Node 24 it brought.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const repository = join(dirname(fileURLToPath(import.meta.url)), '../..')
const at = (...path) => join(repository, ...path)
const stamp = at('node_modules', '.lintel-installed')

const leave = (line, code) => {
  console.error(line)
  process.exit(code)
}

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) leave(`Lintel needs Node 20.19 or later; this is Node ${process.versions.node}.`, 2)

const { packageManager } = JSON.parse(readFileSync(at('package.json'), 'utf8'))

const workspaces = ['apps', 'packages'].flatMap((folder) =>
  readdirSync(at(folder))
    .map((name) => join(folder, name))
    .filter((path) => existsSync(at(path, 'package.json'))),
)

const needsModules = (path) => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(at(path, 'package.json'), 'utf8'))
  return Object.keys({ ...dependencies, ...devDependencies }).length > 0
}

// what decides whether an earlier installation still serves; the platform, because a folder can be shared with a container
const wanted = () => {
  const hash = createHash('sha256').update([packageManager, process.platform, process.arch].join())
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...workspaces.map((path) => join(path, 'package.json'))])
    hash.update(readFileSync(at(file)))
  return hash.digest('hex')
}

const installed = () =>
  existsSync(stamp) &&
  readFileSync(stamp, 'utf8') === wanted() &&
  existsSync(at('node_modules', '.pnpm')) &&
  workspaces.every((path) => !needsModules(path) || existsSync(at(path, 'node_modules')))

/** @returns {Promise<{ code: number | string, output: string }>} */
const install = () =>
  new Promise((resolve) => {
    const began = Date.now()
    const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`
    let output = ''
    let progress = ''
    const ticking = setInterval(() => console.log(`  Installing packages … ${seconds()}${progress}`), 5000)
    console.log('  Installing packages (the first time this takes about half a minute)')

    // npx refuses to fetch without --yes; NODE_ENV=production would leave the build tools out;
    // CI lets pnpm replace a folder of another pnpm without asking
    const env = { ...process.env, CI: 'true' }
    delete env.NODE_ENV
    const pnpm = spawn('npx', ['--yes', packageManager, 'install', '--frozen-lockfile', '--reporter=append-only'], {
      cwd: repository,
      env,
      shell: process.platform === 'win32',
    })
    const listen = (chunk) => {
      output = (output + chunk).slice(-20_000)
      const counts = /resolved (\d+), reused (\d+), downloaded (\d+), added (\d+)(?![\s\S]*resolved)/.exec(output)
      if (counts) progress = `, ${counts[4]} of ${counts[1]}`
    }
    pnpm.stdout.on('data', listen)
    pnpm.stderr.on('data', listen)

    const end = (code) => {
      clearInterval(ticking)
      if (code === 0) console.log(`  Installing packages: ${seconds()}`)
      resolve({ code, output })
    }
    pnpm.on('error', (error) => end(error.message))
    pnpm.on('close', (code, signal) => end(code ?? signal))
  })

if (!installed()) {
  rmSync(stamp, { force: true })
  const { code, output } = await install()
  if (code !== 0) {
    console.error(output.trim().split('\n').slice(-25).join('\n'))
    leave(
      `The packages could not be installed (${packageManager}: ${code}; its last words are above). Does this machine reach the npm registry?`,
      1,
    )
  }
  writeFileSync(stamp, wanted())
}
