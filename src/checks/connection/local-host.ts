import { isIP } from 'node:net';

/** Traffic to it never leaves the machine: a loopback address, a `localhost` name (RFC 6761), or a Unix socket's folder. */
export function isLocalHost(host: string): boolean {
  if (host.startsWith('/')) return true;
  if (isIP(host) === 4) return host.startsWith('127.');
  if (isIP(host) === 6) return host === '::1' || host.startsWith('::ffff:127.');
  return /^(.*\.)?localhost\.?$/i.test(host);
}
