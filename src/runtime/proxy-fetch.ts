/** A runner behind a company's proxy: Node's own fetch ignores `https_proxy` before version 24. */

const variables = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'] as const;

export function usesProxy(environment: NodeJS.ProcessEnv): boolean {
  return variables.some((name) => (environment[name] ?? '') !== '');
}

/**
 * Node's fetch, or one that goes through the proxy that the environment names and honours `no_proxy`. undici, a megabyte,
 * is loaded with the first request, and only then.
 */
export function fetchThroughProxy(environment: NodeJS.ProcessEnv): typeof globalThis.fetch {
  if (!usesProxy(environment)) return globalThis.fetch;
  let proxied: Promise<typeof globalThis.fetch> | undefined;
  return async (resource, init) => {
    proxied ??= openProxy(environment);
    return (await proxied)(resource, init);
  };
}

async function openProxy(environment: NodeJS.ProcessEnv): Promise<typeof globalThis.fetch> {
  const { EnvHttpProxyAgent, fetch } = await import('undici');
  const either = (name: string) => environment[name] || environment[name.toUpperCase()] || undefined;
  const [httpProxy, httpsProxy, noProxy] = ['http_proxy', 'https_proxy', 'no_proxy'].map(either);
  const dispatcher = new EnvHttpProxyAgent({
    ...(httpProxy === undefined ? {} : { httpProxy }),
    ...(httpsProxy === undefined ? {} : { httpsProxy }),
    noProxy: noProxy ?? '',
  });
  // Node's fetch is undici's; only the types of the two are declared apart.
  const send = fetch as unknown as (resource: unknown, init: object) => Promise<Response>;
  return (resource, init) => send(resource, { ...init, dispatcher });
}
