import { isPublicAddress, isPublicUrl } from './publicAddress.ts';

/** How long a page has to answer. */
const responseTimeoutMs = 5000;
/** How often a page may send on to another one. */
const maxRedirects = 5;
/** How many bytes of a page are read at most: its title is at its beginning. */
const maxBytes = 512 * 1024;
/** More bytes than the tags that end a head have, which may come in two parts. */
const maxEndTagBytes = 8;

/** The IP addresses of a host's name; rejects where it has none. */
export type ResolveHost = (name: string) => Promise<readonly string[]>;

/**
 * Fetches the beginning of a web page in HTML; undefined where it does not answer with one. This is the only request
 * that Galley makes beyond this computer: one GET to the address that the writer pasted (and where that redirects),
 * without cookies, referrer or body. Nothing on this computer and in its network is asked, as far as the address, each
 * redirect and, where names can be resolved here, the addresses behind the name tell.
 */
export async function fetchPageStart(
  url: string,
  signal: AbortSignal,
  resolveHost?: ResolveHost,
): Promise<string | undefined> {
  try {
    const response = await fetchPublic(
      new URL(url),
      AbortSignal.any([signal, AbortSignal.timeout(responseTimeoutMs)]),
      resolveHost,
    );
    const type = response?.headers.get('content-type') ?? '';
    if (!response?.ok || !response.body || !/^\s*text\/html\b/i.test(type)) {
      await response?.body?.cancel();
      return undefined;
    }
    return decodeText(await readHead(response.body), type);
  } catch {
    return undefined;
  }
}

/**
 * Asks an address and follows its redirects, each looked at before it is asked. Browsers do not tell where a redirect
 * leads, so there it ends.
 */
async function fetchPublic(
  url: URL,
  signal: AbortSignal,
  resolveHost: ResolveHost | undefined,
): Promise<Response | undefined> {
  let next = url;
  for (let redirects = 0; redirects <= maxRedirects; redirects++) {
    if (!(await isPublic(next, resolveHost))) return undefined;
    const response = await fetch(next, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      headers: { accept: 'text/html' },
      signal,
    });
    const location = response.headers.get('location');
    if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return response;
    await response.body?.cancel();
    next = new URL(location, next);
  }
  return undefined;
}

/** A name that cannot be resolved here may be known to a proxy, and leads nowhere else. */
async function isPublic(url: URL, resolveHost: ResolveHost | undefined): Promise<boolean> {
  if (!isPublicUrl(url)) return false;
  const addresses = resolveHost ? await resolveHost(url.hostname).catch(() => []) : [];
  return addresses.every(isPublicAddress);
}

/** Reads a page up to the end of its head: the rest may be long, or never end. */
async function readHead(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const reader = body.getReader();
  const bytes = new Uint8Array(maxBytes);
  let length = 0;
  while (length < maxBytes) {
    const { done, value } = await reader.read();
    if (done) break;
    const part = value.subarray(0, maxBytes - length);
    bytes.set(part, length);
    const newest = bytes.subarray(Math.max(0, length - maxEndTagBytes), (length += part.length));
    if (/<\/head\b|<body\b/i.test(new TextDecoder('latin1').decode(newest))) break;
  }
  await reader.cancel();
  return bytes.subarray(0, length);
}

/**
 * Decodes text in the encoding of its byte order mark, else the one that the answer names, else the page, else UTF-8
 * (HTML Standard, 13.2.3.2).
 */
function decodeText(bytes: Uint8Array, type: string): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const named = /charset=["']?([\w.:-]+)/i;
  const byteOrderMark = start.startsWith('ï»¿') ? 'utf-8' : undefined;
  const label =
    byteOrderMark ?? named.exec(type)?.[1] ?? /<meta\s[^<>]*?charset=["']?([\w.:-]+)/i.exec(start)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
