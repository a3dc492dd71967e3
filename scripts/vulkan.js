// The Vulkan driver of the WebGPU tests: one that Dawn accepts (a GPU's, or Mesa 25 in software), else SwiftShader, which
// comes with Debian's chromium. Mesa 22 of Debian 12 is refused, so there Mesa is taken from the backports.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installDebianPackage, mayInstallDebianPackages } from './debian.js';
import { root } from './paths.js';
import { PlainError, say, step } from './report.js';

const SWIFTSHADER = '/usr/lib/chromium/vk_swiftshader_icd.json';
const PACKAGES = ['mesa-vulkan-drivers', 'libvulkan1'];

/** The adapter's name, or undefined: asked in a process of its own, which a driver may take down. */
function adapterWith(environment) {
  const probe = spawnSync(process.execPath, [path.join(root, 'scripts/webgpu-adapter.js')], {
    cwd: root,
    env: { ...process.env, ...environment },
    encoding: 'utf8',
    timeout: 60_000,
  });
  return probe.status === 0 ? probe.stdout.trim() : undefined;
}

/** Debian's own mirror as this machine names it, and its release's backports. */
export function backportsLine(sources, release) {
  const mirror = sources.flatMap((text) => text.match(/https?:\/\/[^\s\]]+\/debian\/?(?=\s|$)/g) ?? [])[0];
  return mirror === undefined ? undefined : `deb ${mirror} ${release}-backports main\n`;
}

function installFromBackports() {
  const folders = ['/etc/apt/sources.list.d'];
  const files = [
    '/etc/apt/sources.list',
    ...folders.flatMap((folder) =>
      fs.existsSync(folder) ? fs.readdirSync(folder).map((f) => path.join(folder, f)) : [],
    ),
  ].filter((file) => /\.(list|sources)$/.test(file) && fs.existsSync(file));
  const line = backportsLine(
    files.map((file) => fs.readFileSync(file, 'utf8')),
    'bookworm',
  );
  if (line === undefined) return;
  // Known to these two commands only: the machine's own sources stay as they are.
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gradgym-apt-'));
  try {
    for (const file of files) fs.copyFileSync(file, path.join(folder, path.basename(file)));
    fs.writeFileSync(path.join(folder, 'gradgym-backports.list'), line);
    fs.chmodSync(folder, 0o755);
    const options = ['-o', 'Dir::Etc::sourcelist=/dev/null', '-o', `Dir::Etc::sourceparts=${folder}`];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [
      ['update'],
      ['install', '-y', '--no-install-recommends', '-t', 'bookworm-backports', ...PACKAGES],
    ])
      if (spawnSync('apt-get', [...options, ...args], { env, stdio: 'ignore' }).status !== 0) return;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const isDebian12 = () => fs.readFileSync('/etc/debian_version', 'utf8').startsWith('12');

/** What to add to the environment so that Dawn finds an adapter. */
export async function ensureVulkan() {
  const settings = { MESA_SHADER_CACHE_DIR: path.join(root, '.data/shader-cache'), MESA_SHADER_CACHE_DISABLE: 'false' };
  const ways = [
    async () => ({}),
    async () => {
      if (!mayInstallDebianPackages()) return undefined;
      say("  No Vulkan driver that WebGPU accepts: installing Debian's Mesa");
      await step('Mesa', () => (isDebian12() ? installFromBackports() : PACKAGES.forEach(installDebianPackage)));
      return {};
    },
    async () => {
      if (mayInstallDebianPackages() && !fs.existsSync(SWIFTSHADER))
        for (const name of ['chromium', 'libvulkan1']) installDebianPackage(name);
      return fs.existsSync(SWIFTSHADER) ? { VK_DRIVER_FILES: SWIFTSHADER } : undefined;
    },
  ];
  fs.mkdirSync(settings.MESA_SHADER_CACHE_DIR, { recursive: true });
  for (const way of ways) {
    const found = await way();
    const adapter = found && adapterWith({ ...settings, ...found });
    if (adapter === undefined) continue;
    say(`  WebGPU adapter: ${adapter}`);
    return { ...settings, ...found };
  }
  throw new PlainError(
    "The WebGPU tests need a Vulkan driver that Dawn accepts, and none was found: install your GPU's, or Mesa 25 or newer (mesa-vulkan-drivers), or name one in VK_DRIVER_FILES.",
  );
}
