// The engines whose verdicts Galley must share, and the browser that shows VS Code, as Debian packages them.
import { capture, which } from '../host/process.mjs';

/** Each Debian package, and the program by which it is found elsewhere; undefined for what is no program. */
const packages = {
  chromium: 'chromium',
  'fonts-liberation': undefined,
  jekyll: 'jekyll',
  hugo: 'hugo',
  'ruby-kramdown': 'kramdown',
  'ruby-kramdown-parser-gfm': undefined,
  'cmark-gfm': 'cmark-gfm',
  'python3-markdown': undefined,
  mkdocs: 'mkdocs',
};

const isDebian = () => which('apt-get') !== undefined && which('dpkg-query') !== undefined;

/** The packages that are not installed, by dpkg where it is there, else by their programs. */
async function missingPackages() {
  const names = Object.keys(packages);
  if (!isDebian()) return names.filter((name) => packages[name] !== undefined && !which(packages[name]));
  const { output } = await capture('dpkg-query', ['-W', '-f=${Package} ${db:Status-Status}\n', ...names]);
  const installed = new Set(output.split('\n').map((line) => line.trim()));
  return names.filter((name) => !installed.has(`${name} installed`));
}

/** Runs apt-get without questions, and once more when it fails: mirrors have bad moments. */
async function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const first = await capture('apt-get', ['-q', ...args], { env });
  return first.code === 0 ? first : capture('apt-get', ['-q', ...args], { env });
}

/** Names the engines that are not installed: the tests that need one skip themselves. Returns true. */
export async function nameMissingEngines() {
  const missing = await missingPackages();
  if (missing.length > 0) console.log(`Not installed: ${missing.join(', ')}. Tests that need one of them are skipped.`);
  return true;
}

/** Installs what is missing where this is Debian and we are root, else names it; returns false when apt-get fails. */
export async function installEngines() {
  const missing = await missingPackages();
  if (missing.length === 0) return true;
  if (!isDebian() || process.getuid?.() !== 0) return nameMissingEngines();
  console.log(`Installing ${missing.join(', ')} (apt-get) …`);
  await apt(['update']);
  const { code, output } = await apt(['install', '-y', '--no-install-recommends', ...missing]);
  if (code === 0) return true;
  console.log(
    `${output.slice(-1500)}\nMISSING: apt-get could not install ${missing.join(', ')}; the tests that need them are skipped.`,
  );
  return false;
}
