import type { ServerResponse } from 'node:http';
import { AwsError } from './error.ts';
import type { Fault } from './options.ts';
import type { Twist } from './pages.ts';

const html = '<!DOCTYPE html><html><head><title>500 Internal Server Error</title></head><body><h1>Internal Server Error</h1><br></body></html>';

/** Answers that are none of AWS's. Whether one was given. */
export function breakAnswer({ kind }: Fault, response: ServerResponse, whole: string): boolean {
  if (kind === 'html500') response.writeHead(500, { 'content-type': 'text/html' }).end(html);
  else if (kind === 'garbage') response.writeHead(200, { 'content-type': 'text/xml' }).end('\u0000}{<not><an answer>&');
  else if (kind === 'reset') response.socket?.resetAndDestroy();
  else if (kind === 'truncatedBody') truncate(response, whole);
  else return kind === 'timeout';
  return true;
}

function truncate(response: ServerResponse, body: string): void {
  const bytes = Buffer.from(body);
  response.writeHead(200, { 'content-type': 'text/xml', 'content-length': bytes.length });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy());
}

/** The refusal that a fault stands for. */
export function refusalOf({ kind, code, status, message }: Fault): AwsError | undefined {
  if (kind === 'throttle') return new AwsError(code ?? 'Throttling', status ?? 400, message ?? 'Rate exceeded');
  if (kind === 'denied') return new AwsError(code ?? 'AccessDenied', status ?? 403, message ?? 'User is not authorized to perform this');
  if (kind === 'expiredToken')
    return new AwsError(code ?? 'ExpiredToken', status ?? 403, message ?? 'The security token included in the request is expired');
  if (kind === 'error')
    return new AwsError(code ?? 'ServiceFailure', status ?? 500, message ?? 'The request processing has failed because of an unknown error');
  return undefined;
}

export function twistOf(fault: Fault | undefined): Twist {
  return fault?.kind === 'repeatMarker' || fault?.kind === 'emptyPage' ? fault.kind : undefined;
}
