import type { IncomingHttpHeaders } from 'node:http';
import type { Values } from '../account/look-up.ts';
import type { AwsError } from '../error.ts';
import type { Operation } from './schemas.ts';

export interface Request {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** How requests of a service are read and its answers written. */
export interface Protocol {
  contentType: string;
  /** `lenient`: what is not known is passed over. @throws AwsError */
  readParams: (request: Request, operation: Operation, lenient: boolean) => Record<string, unknown>;
  write: (service: string, operation: Operation, output: Values, requestId: string) => string;
  writeError: (service: string, error: AwsError, requestId: string) => string;
}
