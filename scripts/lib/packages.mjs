import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { isBuiltin } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { inProject } from './project.mjs'
import { run } from './run.mjs'

/** The plugins that are packages of their own. */
const PLUGINS = {
  publications: 'Frozen contents, public addresses and an append-only log of publications for Payload',
  workflow: 'Multi-step approval for Payload: nothing is public without its approvals, and everything is on record',
  digest: 'E-mail digests of what Payload published: proven consent, and an outbox that sends each mail once',
}
/** The plugin that the others import, by its faces alone. */
const SPINE = 'publications'
const FACES = { index: '', client: '/client' }

const packageName = (plugin) => `@cong-bo/${plugin}`

/** What a host brings, because one copy of it must serve the host and the plugins. */
const isOfHost = (name) => /^(payload|next|react|react-dom|graphql)$|^@payloadcms\//.test(name)

/** Imports in compiled modules and declarations: as a statement, and as a call. */
const STATEMENT = /^(?:import|export)\s(?:[^;'"=]*?\sfrom\s)?\s*['"]([^'"]+)['"]/gm
const CALL = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** A compiled module with its declarations; a style sheet alone. */
const filesOf = (module) =>
  [module, module.replace(/\.js$/, '.d.ts')].filter((file, at, all) => all.indexOf(file) === at && existsSync(file))

const importsOf = (file) => {
  if (file.endsWith('.css')) return []
  const text = readFileSync(file, 'utf8')
  const called = !file.endsWith('.d.ts')
  return [
    ...[...text.matchAll(STATEMENT)].map(([, name]) => ({ name, called: false })),
    ...[...text.matchAll(CALL)].map(([, name]) => ({ name, called })),
  ].map((found) => ({ ...found, file }))
}

const withoutSubpath = (name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/')

/**
 * Every module that a package holds, and what it imports from other packages.
 *
 * @param {string} plugin
 * @param {string} compiled folder of the compiled project
 */
const reachOf = (plugin, compiled) => {
  const folder = path.join(compiled, 'plugins', plugin)
  const components = readdirSync(path.join(folder, 'admin'), { recursive: true }).map((name) => `admin/${name}`)
  const entries = ['index.js', 'client.js', ...components.filter((name) => name.endsWith('.js'))]
  const modules = new Set(entries.map((name) => path.join(folder, name)).filter((file) => existsSync(file)))
  const faces = new Set()
  const imports = []
  for (const module of modules)
    for (const found of filesOf(module).flatMap(importsOf)) {
      const { name, file } = found
      if (!name.startsWith('.')) {
        if (!isBuiltin(name)) imports.push({ ...found, name: withoutSubpath(name) })
        continue
      }
      const target = path.resolve(path.dirname(file), name.replace(/\.tsx?$/, '.js'))
      const [, face] = new RegExp(`^plugins/${SPINE}/(\\w+)\\.js$`).exec(path.relative(compiled, target)) ?? []
      if (plugin !== SPINE && face in FACES) faces.add(face)
      else if (existsSync(target) || existsSync(target.replace(/\.js$/, '.d.ts')) || target.endsWith('.css'))
        modules.add(target)
      else throw new Error(`${file} imports ${name}, which was not compiled`)
    }
  return { modules: [...modules], faces: [...faces], imports }
}

/** Versions of what is imported, from those of the project: of the host's in a range, of all else exactly. */
const needsOf = ({ imports, faces }, { version, dependencies, devDependencies }) => {
  const needs = { dependencies: {}, peerDependencies: {}, peerDependenciesMeta: {} }
  if (faces.length) needs.peerDependencies[packageName(SPINE)] = version
  for (const name of [...new Set(imports.map((one) => one.name))].sort()) {
    const wanted = dependencies[name]
    const uses = imports.filter((one) => one.name === name)
    if (!wanted) throw new Error(`${uses[0].file} imports ${name}, which package.json does not name`)
    // What is imported by calls alone is for one kind of database; a host has one of them.
    const isOptional = uses.every(({ called }) => called)
    if (isOfHost(name) || isOptional) needs.peerDependencies[name] = `^${wanted}`
    else needs.dependencies[name] = wanted
    if (isOptional) needs.peerDependenciesMeta[name] = { optional: true }
    const types = `@types/${name}`
    if (devDependencies[types] && uses.some(({ file }) => file.endsWith('.d.ts')) && !isOfHost(name))
      needs.dependencies[types] = devDependencies[types]
  }
  return needs
}

const entry = (file) => ({ types: `${file}.d.ts`, default: `${file}.js` })

const manifestOf = (plugin, reached, project) => {
  const place = `./plugins/${plugin}`
  const { license, engines, version } = project
  return {
    name: packageName(plugin),
    version,
    description: PLUGINS[plugin],
    license,
    type: 'module',
    engines,
    sideEffects: ['**/*.css'],
    exports: {
      '.': entry(`${place}/index`),
      ...(existsSync(inProject('plugins', plugin, 'client.ts')) ? { './client': entry(`${place}/client`) } : {}),
      './admin/*': entry(`${place}/admin/*`),
      './package.json': './package.json',
    },
    ...needsOf(reached, project),
  }
}

const write = (file, text) => {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/** In a package, components are found by its name. */
const inPackage = (plugin, file, text) => {
  if (!file.endsWith(`plugins/${plugin}/place.js`)) return text
  const own = text.replace(`'/plugins/${plugin}'`, `'${packageName(plugin)}'`)
  if (own === text) throw new Error(`${file} does not say where the plugin is`)
  return own
}

/** Lays out the package of one plugin: the folders of the project, with what it reaches and nothing else. */
const layOut = ({ plugin, compiled, folder, project }) => {
  const reached = reachOf(plugin, compiled)
  for (const module of reached.modules) {
    const name = path.relative(compiled, module)
    if (name.endsWith('.css')) write(path.join(folder, name), readFileSync(inProject(name)))
    else
      for (const file of filesOf(module))
        write(path.join(folder, path.relative(compiled, file)), inPackage(plugin, file, readFileSync(file, 'utf8')))
  }
  for (const face of reached.faces)
    for (const extension of ['js', 'd.ts'])
      write(
        path.join(folder, 'plugins', SPINE, `${face}.${extension}`),
        `export * from '${packageName(SPINE)}${FACES[face]}'\n`,
      )
  write(path.join(folder, 'package.json'), `${JSON.stringify(manifestOf(plugin, reached, project), null, 2)}\n`)
  copyFileSync(inProject('plugins', plugin, 'README.md'), path.join(folder, 'README.md'))
  copyFileSync(inProject('LICENSE'), path.join(folder, 'LICENSE'))
}

const must = async (command, args, options) => {
  const code = await run(command, args, options)
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with code ${code}`)
}

/**
 * Compiles the plugins and packs each as a tarball of its own, by `npm pack`. Needs no network.
 *
 * @param {string} into folder of the tarballs
 * @returns {Promise<string[]>} paths of the tarballs
 */
export const packPlugins = async (into) => {
  const work = mkdtempSync(path.join(os.tmpdir(), 'congbo-packages-'))
  try {
    const compiled = path.join(work, 'compiled')
    const project = JSON.parse(readFileSync(inProject('package.json'), 'utf8'))
    const tsc = inProject('node_modules/typescript/bin/tsc')
    await must(process.execPath, [tsc, '-p', inProject('scripts/tsconfig.packages.json'), '--outDir', compiled])
    const folders = Object.keys(PLUGINS).map((plugin) => {
      const folder = path.join(work, plugin)
      layOut({ plugin, compiled, folder, project })
      return folder
    })
    mkdirSync(into, { recursive: true })
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    await must(npm, ['pack', ...folders, '--pack-destination', into, '--silent'], {
      cwd: work,
      stdio: ['ignore', 'ignore', 2],
      shell: process.platform === 'win32',
    })
    return Object.keys(PLUGINS).map((plugin) => path.join(into, `cong-bo-${plugin}-${project.version}.tgz`))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
