/**
 * Names that no public server has: of this computer, of a local network (RFC 6762, RFC 8375) and of nobody (RFC 6761).
 */
const privateDomains = [
  'localhost',
  'local',
  'internal',
  'home.arpa',
  'lan',
  'localdomain',
  'invalid',
  'test',
  'onion',
];

/**
 * First address and number of leading bits of the blocks of IPv4 that are not global (IANA IPv4 Special-Purpose Address
 * Registry).
 */
const privateBlocks: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/**
 * Whether a web address, as far as it tells by itself, leads to a server that everybody reaches: `http` or `https`, and
 * a host that is neither a private name nor a private address. A name without a dot is one of the local network.
 */
export function isPublicUrl({ protocol, hostname }: URL): boolean {
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (isIpAddress(host)) return isPublicAddress(host);
  return host.includes('.') && !privateDomains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** Whether an IPv4 or IPv6 address, in brackets or not, is a global one. */
export function isPublicAddress(address: string): boolean {
  const [bare = ''] = address.replace(/^\[|\]$/g, '').split('%');
  const v4 = parseIpv4(bare);
  if (v4 !== undefined) return isPublicIpv4(v4);
  const v6 = parseIpv6(bare);
  return v6 !== undefined && isPublicIpv6(v6);
}

function isIpAddress(host: string): boolean {
  return host.startsWith('[') || parseIpv4(host) !== undefined;
}

/** Four decimal numbers: `URL` has made these of every other form. */
function parseIpv4(address: string): number | undefined {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return parts.reduce((number, part) => number * 256 + Number(part), 0);
}

function isPublicIpv4(address: number): boolean {
  return !privateBlocks.some(([first, bits]) => {
    const size = 2 ** (32 - bits);
    return Math.floor(address / size) === Math.floor(parseIpv4(first)! / size);
  });
}

/** Eight groups of 16 bits (RFC 4291, 2.2). */
function parseIpv6(address: string): readonly number[] | undefined {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(address);
  const v4 = dotted ? parseIpv4(dotted[2]!) : undefined;
  const written =
    dotted && v4 !== undefined
      ? `${dotted[1]}${Math.floor(v4 / 0x10000).toString(16)}:${(v4 % 0x10000).toString(16)}`
      : address;
  const [head, tail, ...more] = written.split('::').map((half) => (half === '' ? [] : half.split(':')));
  if (!head || more.length > 0) return undefined;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (tail ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...(tail ?? [])];
  return groups.every((group) => /^[\da-f]{1,4}$/i.test(group))
    ? groups.map((group) => parseInt(group, 16))
    : undefined;
}

/**
 * Only 2000::/3 is global (RFC 4291, 2.4), and in it neither documentation nor a tunnel; addresses that carry one of
 * IPv4 are as that is.
 */
function isPublicIpv6(groups: readonly number[]): boolean {
  const carried = carriedIpv4(groups);
  if (carried !== undefined) return isPublicIpv4(carried);
  const [first, second] = groups as [number, number];
  const isDocumentation = (first === 0x2001 && second === 0xdb8) || (first === 0x3fff && second < 0x1000);
  return first >= 0x2000 && first < 0x4000 && !isDocumentation && !(first === 0x2001 && second < 0x200);
}

/** The IPv4 address in `::ffff:a.b.c.d` (RFC 4291, 2.5.5), `64:ff9b::a.b.c.d` (RFC 6052) or `2002:…` (RFC 3056). */
function carriedIpv4(groups: readonly number[]): number | undefined {
  const prefix = groups.slice(0, 6).join(' ');
  const isMapped = prefix === `0 0 0 0 0 ${0xffff}` || prefix === `${0x64} ${0xff9b} 0 0 0 0`;
  const [high, low] = isMapped ? groups.slice(6) : groups[0] === 0x2002 ? groups.slice(1, 3) : [];
  return high === undefined || low === undefined ? undefined : high * 0x10000 + low;
}
