/** What a handler is given and what it answers. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Bucket, KeyGrant, World } from './world.ts';

export interface Call {
  readonly world: World;
  readonly operation: string;
  readonly bucket: Bucket;
  readonly key: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly grant: KeyGrant;
  /** The payload, without the frames of aws-chunked. */
  readonly body: Buffer;
  may(action: string): boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** XML, or an object's bytes. */
  readonly body?: string | Buffer;
}

/** Thrown by handlers. */
export class S3Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
  constructor(
    status: number,
    code: string,
    more: {
      readonly message?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly fields?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(more.message ?? `The stand-in says ${code}`);
    this.status = status;
    this.code = code;
    this.headers = more.headers ?? {};
    this.fields = more.fields ?? {};
  }
}

export function xml(name: string, children: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${children}</${name}>`;
}

export function tag(name: string, text: string | number | boolean): string {
  const escaped = String(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  return `<${name}>${escaped}</${name}>`;
}

export function errorXml({ code, message, fields }: S3Refusal, requestId: string): string {
  const more = Object.entries(fields).map(([name, value]) => tag(name, value));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${tag('Code', code)}${tag('Message', message)}${more.join('')}${tag('RequestId', requestId)}</Error>`;
}

/** `[...text.matchAll]` is enough for the one kind of XML that clients send. */
export function elementsOf(text: string, name: string): readonly string[] {
  return [...text.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'g'))].map(([, inner = '']) =>
    inner.replaceAll('&quot;', '"').replaceAll('&#34;', '"').replaceAll('&amp;', '&'),
  );
}
