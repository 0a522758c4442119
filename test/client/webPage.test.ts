import assert from 'node:assert/strict';
import type { ResolveHost } from '../../client/src/transfer/webPage.ts';
import { fetchPageStart } from '../../client/src/transfer/webPage.ts';

const page = '<head><title>Grey seals</title></head>';

function start(url: string, resolveHost?: ResolveHost): Promise<string | undefined> {
  return fetchPageStart(url, new AbortController().signal, resolveHost);
}

describe('fetching the title of a page', () => {
  const { fetch } = globalThis;
  let asked: string[];

  /** Lets addresses answer with a redirect to another one, or with a page. */
  function stubFetch(redirects: Readonly<Record<string, string>> = {}): void {
    asked = [];
    globalThis.fetch = async (input, init) => {
      const url = String(input);
      asked.push(url);
      assert.equal(init?.redirect, 'manual');
      const location = redirects[url];
      return location === undefined
        ? new Response(page, { headers: { 'content-type': 'text/html' } })
        : new Response('moved', { status: 302, headers: { location } });
    };
  }

  beforeEach(() => stubFetch());
  after(() => (globalThis.fetch = fetch));

  for (const url of [
    'http://localhost/',
    'http://LOCALHOST.:8080/',
    'http://blog.localhost/',
    'http://printer.local/',
    'http://metadata.google.internal/',
    'http://router/',
    'http://0.0.0.0/',
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://10.1.2.3/',
    'http://100.64.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://[::]/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a00:1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[fc00::1]/',
    'http://[fd12:3456::1]/',
    'http://[fe80::1]/',
    'http://[ff02::1]/',
    'http://%6c%6f%63%61%6c%68%6f%73%74/',
    'http://①②⑦.⓪.⓪.①/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'data:text/html,<title>x</title>',
  ]) {
    it(`fetching a page title asks nobody at ${url}, directly or after a redirect`, async () => {
      assert.equal(await start(url), undefined);
      assert.deepEqual(asked, []);
      stubFetch({ 'https://example.org/': url });
      assert.equal(await start('https://example.org/'), undefined);
      assert.deepEqual(asked, ['https://example.org/']);
    });
  }

  for (const url of [
    'https://example.org/',
    'http://93.184.216.34/',
    'http://172.32.0.1/',
    'http://[2606:2800:220:1::1]/',
    'http://[::ffff:5db8:d822]/',
    'http://localhost.example.org/',
  ]) {
    it(`fetching a page title asks ${url}`, async () => assert.equal(await start(url), page));
  }

  it('fetching a page title follows five redirects, relative ones too, and no sixth', async () => {
    const chain = Array.from({ length: 7 }, (_, index) => [`https://example.org/${index}`, `/${index + 1}`] as const);
    stubFetch(Object.fromEntries(chain.slice(0, 5)));
    assert.equal(await start('https://example.org/0'), page);
    stubFetch(Object.fromEntries(chain));
    assert.equal(await start('https://example.org/0'), undefined);
    assert.equal(asked.length, 6);
  });

  it('fetching a page title asks nobody whose name leads to a private address, one of several or after a redirect', async () => {
    const addresses: Readonly<Record<string, readonly string[]>> = {
      'good.example': ['93.184.216.34', '2606:2800:220:1::1'],
      'bad.example': ['93.184.216.34', '::1'],
      'link.example': ['fe80::1%eth0'],
    };
    const resolveHost: ResolveHost = async (name) => addresses[name] ?? Promise.reject(new Error('ENOTFOUND'));
    assert.equal(await start('https://good.example/', resolveHost), page);
    assert.equal(await start('https://known-to-a-proxy.example/', resolveHost), page);
    stubFetch({ 'https://good.example/': 'https://bad.example/' });
    for (const url of ['https://good.example/', 'https://bad.example/', 'https://link.example/'])
      assert.equal(await start(url, resolveHost), undefined);
    assert.deepEqual(asked, ['https://good.example/']);
  });
});
