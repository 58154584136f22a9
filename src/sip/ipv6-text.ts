/** Canonical text of an IPv6 address (RFC 5952): lower case, longest run of zeros as `::`. */
export function ipv6Text(bytes: Uint8Array, at: number): string {
  const groups: number[] = [];
  for (let group = 0; group < 8; group += 1) {
    groups.push(((bytes[at + 2 * group] as number) << 8) | (bytes[at + 2 * group + 1] as number));
  }
  let bestAt = -1;
  let bestLength = 1;
  for (let start = 0; start < 8; start += 1) {
    let length = 0;
    while (start + length < 8 && groups[start + length] === 0) length += 1;
    if (length > bestLength) {
      bestAt = start;
      bestLength = length;
    }
  }
  const hex = groups.map((group) => group.toString(16));
  if (bestAt < 0) return hex.join(':');
  return `${hex.slice(0, bestAt).join(':')}::${hex.slice(bestAt + bestLength).join(':')}`;
}
