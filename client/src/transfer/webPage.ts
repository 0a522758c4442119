/** Longest wait for a page in milliseconds, and the bytes of it that are read: titles stand at its beginning. */
const responseTimeoutMs = 5000;
const maxBytes = 512 * 1024;
/** More bytes than what ends a head, which may come in two parts. */
const maxEndTagBytes = 8;

/**
 * The beginning of a web page in HTML; undefined where it does not answer as it should. This is the only request that Galley makes beyond
 * this computer: one GET to the address that the writer pasted (and where that leads on to), without cookies, referrer or body.
 */
export async function fetchPageStart(url: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const either = AbortSignal.any([signal, AbortSignal.timeout(responseTimeoutMs)]);
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: { accept: 'text/html' },
      signal: either,
    });
    const type = response.headers.get('content-type') ?? '';
    if (!response.ok || !response.body || !/^\s*text\/html\b/i.test(type)) {
      await response.body?.cancel();
      return undefined;
    }
    return decodeText(await readHead(response.body), type);
  } catch {
    return undefined;
  }
}

/** Up to the end of the head: a page need not be sent whole, or ever end. */
async function readHead(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const reader = body.getReader();
  const bytes = new Uint8Array(maxBytes);
  let length = 0;
  while (length < maxBytes) {
    const { done, value } = await reader.read();
    if (done) break;
    const part = value.subarray(0, maxBytes - length);
    bytes.set(part, length);
    const fresh = bytes.subarray(Math.max(0, length - maxEndTagBytes), (length += part.length));
    if (/<\/head\b|<body\b/i.test(new TextDecoder('latin1').decode(fresh))) break;
  }
  await reader.cancel();
  return bytes.subarray(0, length);
}

/** Text in the encoding that the answer names, else the page, else UTF-8 (HTML Standard, 13.2.3.2). */
function decodeText(bytes: Uint8Array, type: string): string {
  const begin = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const named = /charset=["']?([\w.:-]+)/i;
  const mark = begin.startsWith('ï»¿') ? 'utf-8' : undefined;
  const label = mark ?? named.exec(type)?.[1] ?? /<meta\b[^>]*\bcharset=["']?([\w.:-]+)/i.exec(begin)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
