import { isIP } from 'node:net';

/**
 * Traffic to it does not leave the machine: a loopback address, a `localhost` name (RFC 6761), a Unix socket's folder, or
 * a name of one label, which is how jobs in a container call their service containers (`postgres`, `db`).
 */
export function isLocalHost(host: string): boolean {
  if (host.startsWith('/')) return true;
  if (isIP(host) === 4) return host.startsWith('127.');
  if (isIP(host) === 6) return host === '::1' || host.startsWith('::ffff:127.');
  return /^(.*\.)?localhost\.?$/i.test(host) || !host.includes('.');
}
