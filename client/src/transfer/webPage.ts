/** Longest wait for a page in milliseconds, and the bytes of it that are read: titles stand at its beginning. */
const patience = 5000;
const enough = 512 * 1024;
/** More bytes than what ends a head, which may come in two parts. */
const longestMark = 8;

/**
 * The beginning of a web page in HTML; undefined where it does not answer as it should. This is the only request that Galley makes beyond
 * this computer: one GET to the address that the writer pasted (and where that leads on to), without cookies, referrer or body.
 */
export async function webPage(url: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const either = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
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
    return decoded(await beginning(response.body), type);
  } catch {
    return undefined;
  }
}

/** Up to the end of the head: a page need not be sent whole, or ever end. */
async function beginning(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const reader = body.getReader();
  const bytes = new Uint8Array(enough);
  let length = 0;
  while (length < enough) {
    const { done, value } = await reader.read();
    if (done) break;
    const part = value.subarray(0, enough - length);
    bytes.set(part, length);
    const fresh = bytes.subarray(Math.max(0, length - longestMark), (length += part.length));
    if (/<\/head\b|<body\b/i.test(new TextDecoder('latin1').decode(fresh))) break;
  }
  await reader.cancel();
  return bytes.subarray(0, length);
}

/** Text in the encoding that the answer names, else the page, else UTF-8 (HTML Standard, 13.2.3.2). */
function decoded(bytes: Uint8Array, type: string): string {
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
