const V4_BITS = 32;
const V6_BITS = 128;

interface Address {
  bits: typeof V4_BITS | typeof V6_BITS;
  value: bigint;
}

/** Whether an IPv4 or IPv6 address lies in a range such as `203.0.113.0/24`; without a prefix length the range is one address. */
export function inRange(range: string, address: string): boolean {
  const [base = '', length, ...more] = range.split('/');
  const from = addressOf(base);
  const given = addressOf(address);
  if (!from || !given || from.bits !== given.bits || more.length > 0) return false;
  if (length !== undefined && !/^\d{1,3}$/.test(length)) return false;
  const prefix = length === undefined ? from.bits : Number(length);
  if (prefix > from.bits) return false;
  const free = BigInt(from.bits - prefix);
  return from.value >> free === given.value >> free;
}

function addressOf(text: string): Address | undefined {
  return text.includes(':') ? v6Of(text) : v4Of(text);
}

function v4Of(text: string): Address | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return { bits: V4_BITS, value: parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n) };
}

function v6Of(text: string): Address | undefined {
  const halves = withoutV4Tail(text)?.split('::') ?? [];
  if (halves.length === 0 || halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const zeros = 8 - head.length - tail.length;
  if (halves.length === 1 ? zeros !== 0 : zeros < 1) return undefined;
  const groups = [...head, ...Array.from({ length: zeros }, () => '0'), ...tail];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return { bits: V6_BITS, value: groups.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n) };
}

/** `::ffff:192.0.2.1` with its last 32 bits as two groups. */
function withoutV4Tail(text: string): string | undefined {
  const at = text.lastIndexOf(':');
  if (!text.includes('.')) return text;
  const tail = v4Of(text.slice(at + 1));
  return tail && `${text.slice(0, at + 1)}${(tail.value >> 16n).toString(16)}:${(tail.value & 0xffffn).toString(16)}`;
}
